import type { Column } from "../../../components/data-list"
import { useText } from "../../../lib/text"
import type { Ad, AdPlacement, Side } from "../lib/types"
import { AdName } from "./ad-name"
import { AdState } from "./ad-state"
import { BudgetBar } from "./budget-bar"
import { useAdWords } from "./use-ad-words"

/** Columns of a list of ads, for the company and for the operator. */
export function useAdColumns(side: Side, placements: AdPlacement[] | undefined): Array<Column<Ad>> {
  const { t, number } = useText()
  const words = useAdWords(placements)
  return [
    {
      key: "name",
      title: t("ads.columns.name"),
      value: (ad) => (
        <AdName
          ad={ad}
          note={
            side === "/admin"
              ? `${ad.company?.name ?? t("ads.facts.market")} · ${words.placeName(ad.placement)}`
              : words.placeName(ad.placement)
          }
        />
      ),
    },
    { key: "status", title: t("words.status"), value: (ad) => <AdState ad={ad} /> },
    { key: "days", title: t("ads.columns.days"), value: (ad) => words.days(ad) },
    {
      key: "budget",
      title: t("ads.columns.budget"),
      value: (ad) => <BudgetBar spent={ad.spent} total={ad.total_budget} />,
    },
    {
      key: "impressions",
      title: t("ads.columns.impressions"),
      align: "end",
      value: ({ impressions }) => number(impressions),
    },
    {
      key: "clicks",
      title: t("ads.columns.clicks"),
      align: "end",
      value: ({ clicks }) => number(clicks),
    },
    { key: "ctr", title: t("ads.columns.ctr"), align: "end", value: ({ ctr }) => words.share(ctr) },
  ]
}

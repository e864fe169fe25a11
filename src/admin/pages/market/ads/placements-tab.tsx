import { useState } from "react"
import { StatusBadge } from "@medusajs/ui"
import { Column, DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Shown } from "../../../components/states"
import { useText } from "../../../lib/text"
import { Sketch } from "../../ads/form/sketch"
import type { AdPlacement } from "../../ads/lib/types"
import { usePlacements } from "../../ads/lib/use-ads"
import { PlacementDrawer } from "./placement-drawer"

/** The places of the market for ads, and what each asks. */
export function PlacementsTab() {
  const { t } = useText()
  const read = usePlacements("/admin")
  const columns = useColumns()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Section hint={t("ads.placement.hint")} title={t("ads.market.placements")} padded={false}>
      <Shown read={read}>
        {({ ad_placements: places }) => {
          const place = places.find(({ code }) => code === open)
          return (
            <>
              <DataList
                label={t("ads.market.placements")}
                rows={places}
                columns={columns}
                idOf={({ code }) => code}
                onOpen={({ code }) => setOpen(code)}
              />
              {place && <PlacementDrawer key={place.code} place={place} onClose={() => setOpen(null)} />}
            </>
          )
        }}
      </Shown>
    </Section>
  )
}

function useColumns(): Array<Column<AdPlacement>> {
  const { t, lang, money, number } = useText()
  return [
    {
      key: "name",
      title: t("ads.placement.code"),
      value: ({ code, name }) => (
        <span className="flex items-center gap-3 py-2">
          <span className="hidden lg:block">
            <Sketch code={code} />
          </span>
          <span className="text-ui-fg-base whitespace-normal">{name[lang]}</span>
        </span>
      ),
    },
    {
      key: "active",
      title: t("words.status"),
      value: ({ is_active }) => (
        <StatusBadge color={is_active ? "green" : "grey"}>
          {t(is_active ? "ads.placement.on" : "ads.placement.off")}
        </StatusBadge>
      ),
    },
    {
      key: "size",
      title: t("ads.placement.size"),
      value: ({ width, height, positions }) =>
        width && height
          ? `${number(width)} × ${number(height)}`
          : t("ads.place.positions", { positions: (positions ?? []).join(", ") }),
    },
    { key: "most", title: t("ads.placement.most"), align: "end", value: ({ most }) => number(most) },
    {
      key: "cpm",
      title: t("ads.placement.cpm"),
      align: "end",
      value: ({ minimum_cpm }) => money(minimum_cpm),
    },
    {
      key: "cpc",
      title: t("ads.placement.cpc"),
      align: "end",
      value: ({ minimum_cpc }) => money(minimum_cpc),
    },
  ]
}

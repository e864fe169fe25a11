import { useState } from "react"
import { DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Paged, Rating, Summary } from "../lib/types"
import { Stars } from "./stars"

const LIMIT = 20

/** Who rated the shop how, the latest first; a rating that was changed stands once. */
export function ShopRatings() {
  const { t, date } = useText()
  const [offset, setOffset] = useState(0)
  const read = useApi<Paged<"ratings", Rating> & { summary: Summary }>("/merchant/ratings", {
    limit: LIMIT,
    offset,
  })
  return (
    <Section padded={false}>
      <Shown read={read}>
        {({ ratings, count }) => (
          <>
            <DataList
              label={t("reviews.tabs.shop")}
              rows={ratings}
              idOf={({ author_name, created_at }) => `${author_name}${created_at}`}
              empty={<Empty text={t("reviews.summary.none")} hint={t("reviews.summary.noneHint")} />}
              columns={[
                {
                  key: "who",
                  title: t("reviews.ratings.who"),
                  value: ({ author_name }) => author_name || t("reviews.anonymous"),
                },
                {
                  key: "stars",
                  title: t("reviews.ratings.stars"),
                  value: ({ stars }) => <Stars value={stars} />,
                },
                {
                  key: "given",
                  title: t("reviews.ratings.given"),
                  value: ({ created_at }) => date(created_at),
                },
                {
                  key: "changed",
                  title: t("reviews.ratings.changed"),
                  value: ({ created_at, updated_at }) =>
                    date(updated_at) === date(created_at) ? "—" : date(updated_at),
                },
              ]}
            />
            <Pager count={count} offset={offset} limit={LIMIT} onMove={setOffset} />
          </>
        )}
      </Shown>
    </Section>
  )
}

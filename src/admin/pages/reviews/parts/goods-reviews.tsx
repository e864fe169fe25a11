import { Section } from "../../../components/page"
import { Choice } from "../../../components/field"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { FilterBar, FilterItem, SearchLine } from "../../market/filter-bar"
import { PAGE_SIZE, useList } from "../../market/lib/use-list"
import { Paged, Review, REVIEW_STATES, STARS } from "../lib/types"
import { ReviewCard } from "./review-card"

const FILTERS = ["stars", "status", "answered", "q"] as const
type List = ReturnType<typeof useList<(typeof FILTERS)[number]>>

/** Reviews of the company's goods, newest first, each with its answer below it. */
export function GoodsReviews() {
  const { t } = useText()
  const list = useList(FILTERS)
  const read = useApi<Paged<"reviews", Review>>("/merchant/reviews", {
    ...list.filters,
    limit: PAGE_SIZE,
    offset: list.offset,
  })
  const isFiltered = FILTERS.some((name) => list.filters[name])
  return (
    <Section padded={false}>
      <Filters list={list} />
      <Shown read={read}>
        {({ reviews, count }) =>
          reviews.length === 0 ? (
            isFiltered ? (
              <Empty text={t("words.nothingFound")} hint={t("reviews.nothingHint")} />
            ) : (
              <Empty text={t("reviews.empty")} hint={t("reviews.emptyHint")} />
            )
          ) : (
            <>
              <ul aria-label={t("reviews.tabs.goods")} className="divide-y border-t">
                {reviews.map((review) => (
                  <ReviewCard key={review.id} review={review} />
                ))}
              </ul>
              <Pager count={count} offset={list.offset} limit={PAGE_SIZE} onMove={list.move} />
            </>
          )
        }
      </Shown>
    </Section>
  )
}

function Filters({ list }: { list: List }) {
  const { t } = useText()
  const { filters, choose } = list
  return (
    <FilterBar>
      <FilterItem isWide>
        <SearchLine
          label={t("reviews.filter.text")}
          value={filters.q}
          onSearch={(text) => choose("q", text)}
        />
      </FilterItem>
      <FilterItem>
        <Choice
          label={t("reviews.filter.answer")}
          value={filters.answered}
          emptyLabel={t("reviews.filter.anyAnswer")}
          options={[
            { value: "false", label: t("reviews.filter.unanswered") },
            { value: "true", label: t("reviews.filter.answered") },
          ]}
          onChoose={(value) => choose("answered", value)}
        />
      </FilterItem>
      <FilterItem>
        <Choice
          label={t("reviews.filter.stars")}
          value={filters.stars}
          emptyLabel={t("reviews.filter.allStars")}
          options={STARS.map((stars) => ({
            value: String(stars),
            label: t("reviews.filter.starsOption", { n: stars }),
          }))}
          onChoose={(value) => choose("stars", value)}
        />
      </FilterItem>
      <FilterItem>
        <Choice
          label={t("reviews.filter.state")}
          value={filters.status}
          emptyLabel={t("reviews.filter.allStates")}
          options={REVIEW_STATES.map((value) => ({ value, label: t(`reviews.state.${value}`) }))}
          onChoose={(value) => choose("status", value)}
        />
      </FilterItem>
    </FilterBar>
  )
}

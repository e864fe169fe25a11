import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { StatePill } from "../../../components/state-pill"
import { useCompany } from "../../../lib/company"
import { useText } from "../../../lib/text"
import { Review } from "../lib/types"
import { Reply } from "./reply"
import { ReviewBody } from "./review-body"
import { Stars } from "./stars"

/** The state's colour; the word beside it says what it means for shoppers. */
const PILL = { pending: "pending", approved: "active", reported: "review", rejected: "refused" } as const

/** A review in the company's list, with its answer. */
export function ReviewCard({ review }: { review: Review }) {
  const { t, date, number } = useText()
  const { status, helpful_count: helpful } = review
  return (
    <li className="flex flex-col gap-y-3 px-4 py-5 md:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <Stars value={review.stars} />
          <Text size="small" weight="plus" className="text-ui-fg-base">
            {review.author_name || t("reviews.anonymous")}
          </Text>
          <Text size="small" className="text-ui-fg-muted">
            {date(review.created_at)}
            {review.edited_at && ` · ${t("reviews.edited")}`}
          </Text>
        </div>
        <StatePill state={PILL[status]} label={t(`reviews.state.${status}`)} />
      </div>
      <About review={review} />
      <ReviewBody words={review} photos={review.photos} />
      {status !== "approved" && (
        <Text size="small" className="text-ui-fg-muted">
          {t(`reviews.stateHint.${status}`)}
        </Text>
      )}
      {helpful > 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {t("reviews.helpful", { count: helpful, n: number(helpful) })}
        </Text>
      )}
      <Reply review={review} />
    </li>
  )
}

function About({ review: { product, variant_title: variant, short_code: code } }: { review: Review }) {
  const { t } = useText()
  const { can } = useCompany()
  return (
    <Text size="small" className="text-ui-fg-subtle min-w-0 break-words">
      {[product?.title, variant].filter(Boolean).join(" · ")}
      {code && (
        <>
          {product || variant ? " · " : ""}
          {can("order:read") ? (
            <Link
              to={`/shop/orders?q=${code}`}
              className="text-ui-fg-interactive whitespace-nowrap hover:underline"
            >
              {t("reviews.order", { code })}
            </Link>
          ) : (
            t("reviews.order", { code })
          )}
        </>
      )}
    </Text>
  )
}

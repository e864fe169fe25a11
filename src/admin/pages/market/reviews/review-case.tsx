import { ReactNode, useEffect, useRef } from "react"
import { Badge, clx, Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { ReviewBody } from "../../reviews/parts/review-body"
import { Stars } from "../../reviews/parts/stars"
import { Case } from "./lib/types"
import { Marked } from "./marked"

const isShown = ({ status }: Case) => status === "approved" || status === "reported"
/** Of a review that is new itself, no photo is newer than the rest. */
const asSeen = (photo: Case["photos"][number]) => ({ ...photo, is_approved: true })

/** One review as the operator reads it: who of what shop, the words with the suspicious ones marked, what can be done. */
export function ReviewCase({
  review,
  isCurrent,
  onChoose,
  children,
}: {
  review: Case
  isCurrent?: boolean
  onChoose?: () => void
  children?: ReactNode
}) {
  const { t } = useText()
  const box = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) {
      box.current?.scrollIntoView({ block: "nearest" })
    }
  }, [isCurrent])
  const { flagged_words: words } = review
  return (
    <li
      ref={box}
      aria-current={isCurrent || undefined}
      aria-label={isCurrent ? t("reviews.desk.current") : undefined}
      onClick={onChoose}
      className={clx("flex scroll-my-4 flex-col gap-y-3 border-s-4 px-4 py-5 md:px-6", {
        "border-s-ui-border-interactive bg-ui-bg-base": isCurrent,
        "border-s-transparent": !isCurrent,
      })}
    >
      <Head review={review} />
      <Change review={review} />
      <ReviewBody
        words={review.next ?? review}
        photos={isShown(review) ? review.photos : review.photos.map(asSeen)}
        draw={(text) => <Marked text={text} words={words} />}
      />
      {words.length > 0 && (
        <div className="flex flex-wrap items-center gap-1">
          <Text size="xsmall" className="text-ui-fg-muted me-1">
            {t("reviews.desk.flagged")}
          </Text>
          {words.map((word) => (
            <Badge key={word} size="2xsmall" color="red">
              {word}
            </Badge>
          ))}
        </div>
      )}
      {children}
    </li>
  )
}

/** What waits of a review that shoppers see already: a new text, or a photo. */
function Change({ review }: { review: Case }) {
  const { t } = useText()
  if (!isShown(review) || !review.waits_since) {
    return null
  }
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg p-3">
      <Text size="small" className="text-ui-fg-base">
        {`${t(review.next ? "reviews.desk.edit" : "reviews.desk.morePhotos")} ${t("reviews.desk.oldStays")}`}
      </Text>
      {review.next && (
        <details>
          <summary className="txt-small text-ui-fg-interactive cursor-pointer">
            {t("reviews.desk.shownNow")}
          </summary>
          <div className="flex flex-col gap-y-2 pt-2">
            <Stars value={review.stars} />
            <ReviewBody words={review} photos={[]} />
          </div>
        </details>
      )}
    </div>
  )
}

function Head({ review }: { review: Case }) {
  const { t, dateTime } = useText()
  const about = [review.company?.name, review.product?.title, review.variant_title].filter(Boolean)
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stars value={(review.next ?? review).stars} />
        <Text size="small" weight="plus" className="text-ui-fg-base">
          {review.author_name || t("reviews.anonymous")}
        </Text>
        <Text size="small" className="text-ui-fg-muted">
          {dateTime(review.waits_since ?? review.created_at)}
        </Text>
      </div>
      <Text size="small" className="text-ui-fg-subtle break-words">
        <Badge size="2xsmall" className="me-2">
          {(review.next ?? review).locale.toUpperCase()}
        </Badge>
        {about.join(" · ")}
      </Text>
    </div>
  )
}

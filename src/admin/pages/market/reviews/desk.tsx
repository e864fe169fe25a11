import { useState } from "react"
import { Button, Kbd, Text } from "@medusajs/ui"
import { Empty, Loading, Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Paged } from "../../reviews/lib/types"
import { Case, CASES } from "./lib/types"
import { useDesk } from "./lib/use-desk"
import { useKeys } from "./lib/use-keys"
import { RejectPanel } from "./reject-panel"
import { ReviewCase } from "./review-case"

/** How many are laid on the desk at a time; decided ones make room for the next. */
const ON_DESK = 50

/** Reviews that wait, the oldest first, to be decided one after another by mouse, finger or keys. */
export function Desk({ query }: { query: Record<string, string> }) {
  const read = useApi<Paged<"reviews", Case>>(CASES, { ...query, status: "pending", limit: ON_DESK })
  return <Shown read={read}>{({ reviews, count }) => <Queue cases={reviews} count={count} />}</Shown>
}

function Queue({ cases, count }: { cases: Case[]; count: number }) {
  const { t, number } = useText()
  const { waiting, current, left, done, choose, move, decide } = useDesk(cases, count)
  const [rejecting, setRejecting] = useState<string | null>(null)
  const isRejecting = rejecting !== null && rejecting === current?.id
  const keys = {
    ArrowDown: () => move(1),
    KeyJ: () => move(1),
    ArrowUp: () => move(-1),
    KeyK: () => move(-1),
    KeyA: () => current && void decide(current, { verb: "approve" }),
    KeyR: () => current && setRejecting(current.id),
  }
  // While a reason is being chosen, the keys are those of the reasons.
  useKeys(isRejecting ? {} : keys)
  if (!current) {
    return left > 0 ? (
      <Loading />
    ) : (
      <Empty text={t("reviews.desk.emptyPending")} hint={t("reviews.desk.emptyPendingHint")} />
    )
  }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 md:px-6">
        <Text size="small" className="text-ui-fg-subtle" role="status">
          {t("reviews.desk.waiting", { count: left, n: number(left) })}
          {done > 0 && ` · ${t("reviews.desk.done", { count: done, n: number(done) })}`}
        </Text>
        <Keys />
      </div>
      <ul aria-label={t("reviews.desk.tabs.pending")} className="divide-y border-t">
        {waiting.map((review) => (
          <ReviewCase
            key={review.id}
            review={review}
            isCurrent={review.id === current.id}
            onChoose={() => choose(review.id)}
          >
            {isRejecting && review.id === current.id ? (
              <RejectPanel
                locale={(review.next ?? review).locale}
                onReject={(reason) => void decide(review, { verb: "reject", reason })}
                onClose={() => setRejecting(null)}
              />
            ) : (
              <div className="grid grid-cols-2 gap-2 sm:flex">
                <Button
                  size="small"
                  variant={review.id === current.id ? "primary" : "secondary"}
                  className="w-full sm:w-auto"
                  onClick={(event) => {
                    event.stopPropagation()
                    void decide(review, { verb: "approve" })
                  }}
                >
                  {t("reviews.desk.approve")}
                </Button>
                <Button
                  size="small"
                  variant="secondary"
                  className="w-full sm:w-auto"
                  onClick={() => {
                    choose(review.id)
                    setRejecting(review.id)
                  }}
                >
                  {t("reviews.desk.reject")}
                </Button>
              </div>
            )}
          </ReviewCase>
        ))}
      </ul>
    </>
  )
}

const KEYS = [
  { signs: ["↑", "↓"], name: "move" },
  { signs: ["A"], name: "approve" },
  { signs: ["R"], name: "reject" },
  { signs: ["1", "–", "6"], name: "pick" },
] as const

/** What the keys do; for those who have a keyboard. */
function Keys() {
  const { t } = useText()
  return (
    <dl aria-label={t("reviews.desk.keys.name")} className="hidden items-center gap-x-4 md:flex">
      {KEYS.map(({ signs, name }) => (
        <div key={name} className="flex items-center gap-x-1">
          <dt className="flex gap-x-0.5">
            {signs.map((sign) => (
              <Kbd key={sign}>{sign}</Kbd>
            ))}
          </dt>
          <dd className="txt-xsmall text-ui-fg-muted">{t(`reviews.desk.keys.${name}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

import { useState } from "react"
import { Button, Text } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { api } from "../../../lib/api"
import { useAct, useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { PAGE_SIZE } from "../lib/use-list"
import { Paged } from "../../reviews/lib/types"
import { Case, CASES } from "./lib/types"
import { RejectPanel } from "./reject-panel"
import { ReviewCase } from "./review-case"

/** Reviews that were decided: each decision can be taken back. */
export function Decided({
  status,
  query,
}: {
  status: "approved" | "rejected"
  query: Record<string, string>
}) {
  const { t } = useText()
  const [offset, setOffset] = useState(0)
  const read = useApi<Paged<"reviews", Case>>(CASES, { ...query, status, limit: PAGE_SIZE, offset })
  return (
    <Shown read={read}>
      {({ reviews, count }) =>
        reviews.length === 0 ? (
          <Empty text={t("reviews.desk.emptyDecided")} />
        ) : (
          <>
            <ul aria-label={t(`reviews.desk.tabs.${status}`)} className="divide-y border-t">
              {reviews.map((review) => (
                <ReviewCase key={review.id} review={review}>
                  {review.reject_reason && (
                    <Text size="small" className="text-ui-fg-error break-words">
                      {`${t("reviews.desk.reason")}: ${review.reject_reason}`}
                    </Text>
                  )}
                  {status === "rejected" ? <ShowAgain id={review.id} /> : <Hide review={review} />}
                </ReviewCase>
              ))}
            </ul>
            <Pager count={count} offset={offset} limit={PAGE_SIZE} onMove={setOffset} />
          </>
        )
      }
    </Shown>
  )
}

function ShowAgain({ id }: { id: string }) {
  const { t } = useText()
  const approve = useAct(() => api.post(`${CASES}/${id}/approve`), t("reviews.desk.approved"))
  return (
    <div>
      <ConfirmButton
        label={t("reviews.desk.showAgain")}
        question={t("reviews.desk.showAgainQuestion")}
        isLoading={approve.isPending}
        onConfirm={() => approve.mutate()}
      />
    </div>
  )
}

function Hide({ review }: { review: Case }) {
  const { t } = useText()
  const [isRejecting, setRejecting] = useState(false)
  const reject = useAct(
    (reason: string) => api.post(`${CASES}/${review.id}/reject`, { reason, revision: review.revision }),
    t("reviews.desk.rejected"),
    { onSuccess: () => setRejecting(false) }
  )
  return isRejecting ? (
    <RejectPanel
      locale={(review.next ?? review).locale}
      onReject={(reason) => reject.mutate(reason)}
      onClose={() => setRejecting(false)}
    />
  ) : (
    <Button size="small" variant="secondary" className="w-fit" onClick={() => setRejecting(true)}>
      {t(review.waits_since ? "reviews.desk.reject" : "reviews.desk.hide")}
    </Button>
  )
}

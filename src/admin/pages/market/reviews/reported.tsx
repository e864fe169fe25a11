import { useState } from "react"
import { Badge, Button, Text } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { api } from "../../../lib/api"
import { useAct, useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { PAGE_SIZE } from "../lib/use-list"
import { Paged } from "../../reviews/lib/types"
import { Case, CASES, Report } from "./lib/types"
import { RejectPanel } from "./reject-panel"
import { ReviewCase } from "./review-case"

/** Reviews that are shown and that somebody complained about: what they said, and what is done about it. */
export function Reported({ query }: { query: Record<string, string> }) {
  const { t } = useText()
  const [offset, setOffset] = useState(0)
  const read = useApi<Paged<"reviews", Case>>(CASES, {
    ...query,
    status: "reported",
    limit: PAGE_SIZE,
    offset,
  })
  return (
    <Shown read={read}>
      {({ reviews, count }) =>
        reviews.length === 0 ? (
          <Empty text={t("reviews.desk.emptyReported")} hint={t("reviews.desk.emptyReportedHint")} />
        ) : (
          <>
            <ul aria-label={t("reviews.desk.tabs.reported")} className="divide-y border-t">
              {reviews.map((review) => (
                <ReviewCase key={review.id} review={review}>
                  <Reports review={review} />
                  <Decide review={review} />
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

function Reports({ review }: { review: Case }) {
  const { t, number, date } = useText()
  const open = review.reports.filter(({ is_handled: isHandled }) => !isHandled)
  return (
    <div className="bg-ui-tag-orange-bg border-ui-tag-orange-border flex flex-col gap-y-2 rounded-lg border p-3">
      <Text size="small" weight="plus" className="text-ui-fg-base">
        {t("reviews.desk.reports", { count: review.report_count, n: number(review.report_count) })}
      </Text>
      <ul className="flex flex-col gap-y-1">
        {open.map(({ reason, note, created_at }: Report) => (
          <li key={created_at} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge size="2xsmall" color="orange">
              {t(`reviews.desk.report.${reason}`)}
            </Badge>
            {note && (
              <Text size="small" className="text-ui-fg-base min-w-0 break-words">
                {note}
              </Text>
            )}
            <Text size="xsmall" className="text-ui-fg-muted">
              {date(created_at)}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Decide({ review }: { review: Case }) {
  const { t } = useText()
  const [isRejecting, setRejecting] = useState(false)
  const dismiss = useAct(() => api.post(`${CASES}/${review.id}/dismiss-reports`), t("reviews.desk.dismissed"))
  const reject = useAct(
    (reason: string) => api.post(`${CASES}/${review.id}/reject`, { reason, revision: review.revision }),
    t("reviews.desk.rejected"),
    { onSuccess: () => setRejecting(false) }
  )
  if (isRejecting) {
    return (
      <RejectPanel
        locale={(review.next ?? review).locale}
        onReject={(reason) => reject.mutate(reason)}
        onClose={() => setRejecting(false)}
      />
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmButton
        label={t("reviews.desk.dismiss")}
        question={t("reviews.desk.dismissQuestion")}
        variant="primary"
        isLoading={dismiss.isPending}
        onConfirm={() => dismiss.mutate()}
      />
      <Button size="small" variant="secondary" onClick={() => setRejecting(true)}>
        {t("reviews.desk.hide")}
      </Button>
    </div>
  )
}

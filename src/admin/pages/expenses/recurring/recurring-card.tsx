import { Badge, Button, Text } from "@medusajs/ui"
import { StatePill } from "../../../components/state-pill"
import { useText } from "../../../lib/text"
import { sentenceOf } from "../lib/calendar"
import { hasEnded } from "../lib/recurring"
import { Recurring } from "../lib/types"
import { Decide } from "../list/decide"
import { PILL } from "../list/expense-columns"
import { NextPeriods } from "./next-periods"

type Props = { recurring: Recurring; isChangeable: boolean; onEdit: () => void }

/** One regular expense in a sentence, and its next periods. */
export function RecurringCard({ recurring, isChangeable, onEdit }: Props) {
  const { t, money, lang } = useText()
  const { category_name, status, payee, note, reject_reason } = recurring
  const path = `/merchant/recurring-expenses/${recurring.id}`
  const isEnded = hasEnded(recurring)
  const more = [payee, note, t(`expenses.method.${recurring.payment_method}`)].filter(Boolean).join(" · ")
  return (
    <li
      className="grid gap-x-6 gap-y-3 px-4 py-4 md:px-6 xl:grid-cols-[1fr_34rem]"
      aria-label={category_name[lang]}
    >
      <div className="flex min-w-0 flex-col items-start gap-y-1">
        <div className="flex flex-wrap items-center gap-2">
          <Text weight="plus">{category_name[lang]}</Text>
          {status !== "approved" && <StatePill state={PILL[status]} label={t(`expenses.status.${status}`)} />}
          {isEnded && <Badge size="2xsmall">{t("expenses.recurring.ended")}</Badge>}
        </div>
        <Text className="tabular-nums">{sentenceOf(t, recurring, money(recurring.amount))}</Text>
        <Text size="small" className="text-ui-fg-muted break-words">
          {more}
        </Text>
        {reject_reason && (
          <Text size="small" className="text-ui-fg-error">{`${t("words.reason")}: ${reject_reason}`}</Text>
        )}
        <div className="flex flex-wrap gap-2 pt-2">
          {recurring.can_decide && status === "submitted" && <Decide path={path} amount={recurring.amount} />}
          {isChangeable && (
            <Button size="small" variant="secondary" onClick={onEdit}>
              {t("words.edit")}
            </Button>
          )}
        </div>
      </div>
      {status !== "rejected" && !isEnded && (
        <NextPeriods path={path} recurring={recurring} isChangeable={isChangeable} />
      )}
    </li>
  )
}

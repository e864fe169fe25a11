import { useState } from "react"
import { Button, Prompt } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { readMoney, typedOf } from "../lib/amount"

/**
 * Approve as it is, approve another amount, or reject with a reason.
 * @param path of the expense or the regular expense
 */
export function Decide({ path, amount }: { path: string; amount: number }) {
  const { t, money } = useText()
  const approve = useAct(
    (sanctioned?: number) =>
      api.post(`${path}/approve`, sanctioned === undefined ? {} : { amount: sanctioned }),
    t("expenses.one.approved")
  )
  const reject = useAct(
    (reason: string) => api.post(`${path}/reject`, { reason }),
    t("expenses.one.rejected")
  )
  const isBusy = approve.isPending || reject.isPending
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" disabled={isBusy} onClick={() => approve.mutate(undefined)}>
        {t("expenses.one.approve")}
      </Button>
      <OtherAmount amount={amount} isBusy={isBusy} onApprove={(other) => approve.mutate(other)} />
      <ConfirmButton
        label={t("expenses.one.reject")}
        title={t("expenses.one.rejectTitle")}
        question={t("expenses.one.rejectQuestion", { amount: money(amount) })}
        asksReason
        disabled={isBusy}
        onConfirm={(reason) => reject.mutate(reason)}
      />
    </div>
  )
}

function OtherAmount({
  amount,
  isBusy,
  onApprove,
}: {
  amount: number
  isBusy: boolean
  onApprove: (amount: number) => void
}) {
  const { t, money } = useText()
  const [typed, setTyped] = useState(typedOf(amount))
  const read = readMoney(typed)
  const isTooMuch = read !== null && read > amount
  return (
    <Prompt variant="confirmation">
      <Prompt.Trigger asChild>
        <Button size="small" variant="secondary" disabled={isBusy}>
          {t("expenses.one.approveOther")}
        </Button>
      </Prompt.Trigger>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("expenses.one.approveOther")}</Prompt.Title>
          <Prompt.Description>{t("expenses.list.claimed", { amount: money(amount) })}</Prompt.Description>
        </Prompt.Header>
        <div className="px-6 pt-4">
          <TextField
            label={t("expenses.one.approveAmount")}
            inputMode="decimal"
            value={typed}
            hint={read === null ? undefined : money(read)}
            error={
              read === null
                ? t("expenses.entry.needAmount")
                : isTooMuch
                  ? t("expenses.one.tooMuch")
                  : undefined
            }
            onText={setTyped}
          />
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("words.cancel")}</Prompt.Cancel>
          <Prompt.Action
            disabled={read === null || isTooMuch}
            onClick={() => read !== null && onApprove(read)}
          >
            {t("expenses.one.approve")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}

import { FormEvent, useState } from "react"
import { Alert, Button, Text } from "@medusajs/ui"
import { Choice } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { AmountField } from "../entry/amount-field"
import { DraftFields } from "../entry/draft-fields"
import { readMoney } from "../lib/amount"
import { bodyOf, draftOf } from "../lib/draft"
import { Expense } from "../lib/types"
import { useApproval } from "../lib/use-approval"
import { useCategories } from "../lib/use-categories"

type Props = { path: string; expense: Expense; onDone: () => void }

/** Changes an expense. What its approval rests on, when it changes, is decided anew. */
export function ExpenseForm({ path, expense, onDone }: Props) {
  const { t, lang } = useText()
  const { options } = useCategories()
  const [draft, setDraft] = useState(() => draftOf(expense))
  const body = bodyOf(draft)
  const save = useAct(() => api.post(path, body), t("words.saved"), { onSuccess: onDone })
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }))
  const isKnown = options.some(({ value }) => value === expense.category_id)
  const choices = isKnown
    ? options
    : [...options, { value: expense.category_id, label: expense.category_name[lang] }]
  const requiresApproval = useApproval()
  const isDecidedAnew =
    requiresApproval &&
    expense.status === "approved" &&
    !!body &&
    (body.amount !== expense.amount || body.category_id !== expense.category_id || body.day !== expense.day)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (body) {
      save.mutate()
    }
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-y-4">
      <AmountField
        id="edit-amount"
        value={draft.amount}
        isWrong={readMoney(draft.amount) === null}
        onText={(amount) => set({ amount })}
      />
      <div className="flex flex-col gap-y-1">
        <Text size="small" weight="plus">
          {t("expenses.entry.category")}
        </Text>
        <Choice
          label={t("expenses.entry.category")}
          value={draft.category_id}
          options={choices}
          onChoose={(category_id) => set({ category_id })}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <DraftFields draft={draft} onChange={set} isDayWrong={!draft.day} />
      </div>
      {isDecidedAnew && <Alert variant="info">{t("expenses.one.decidedAnew")}</Alert>}
      <div className="flex justify-end gap-2">
        <Button type="button" size="small" variant="secondary" onClick={onDone}>
          {t("words.cancel")}
        </Button>
        <Button type="submit" size="small" disabled={!body} isLoading={save.isPending}>
          {t("words.save")}
        </Button>
      </div>
    </form>
  )
}

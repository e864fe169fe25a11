import { FormEvent, useState } from "react"
import { Button, Drawer, Text } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Choice, TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { dayOf } from "../../../lib/format"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { AmountField } from "../entry/amount-field"
import { CategoryChips } from "../entry/category-chips"
import { MethodChoice } from "../entry/draft-fields"
import { readMoney, typedOf } from "../lib/amount"
import { fromNow, hasEnded, mayPart } from "../lib/recurring"
import { sentenceOf } from "../lib/calendar"
import { Applies, AppliesChoice } from "./applies-choice"
import { Recurring, Repeat, REPEATS } from "../lib/types"
import { useCategories } from "../lib/use-categories"

const firstOfMonth = () => `${dayOf(new Date()).slice(0, 7)}-01`
const draftOf = (recurring: Recurring | null) => ({
  amount: recurring ? typedOf(recurring.amount) : "",
  category_id: recurring?.category_id ?? "",
  period: recurring?.period ?? ("month" as Repeat),
  starts_on: recurring?.starts_on ?? firstOfMonth(),
  ends_on: recurring?.ends_on ?? "",
  payment_method: recurring?.payment_method ?? ("transfer" as const),
  payee: recurring?.payee ?? "",
  note: recurring?.note ?? "",
})

/** Makes or changes a regular expense; a sentence says what it will be. */
export function RecurringDrawer({
  recurring,
  onClose,
}: {
  recurring: Recurring | null
  onClose: () => void
}) {
  const { t, money } = useText()
  const { options } = useCategories()
  const [draft, setDraft] = useState<ReturnType<typeof draftOf>>(() => draftOf(recurring))
  const [applies, setApplies] = useState<Applies>("now")
  const set = (change: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...change }))
  const path = recurring ? `/merchant/recurring-expenses/${recurring.id}` : "/merchant/recurring-expenses"
  const amount = readMoney(draft.amount)
  const isEndRight = !draft.ends_on || draft.ends_on >= draft.starts_on
  const isRight = amount !== null && !!draft.category_id && !!draft.starts_on && isEndRight
  const body = {
    ...draft,
    amount,
    ends_on: draft.ends_on || null,
    payee: draft.payee.trim() || null,
    note: draft.note.trim() || null,
  }
  const isParted = !!recurring && mayPart(recurring, body)
  const save = useAct(
    () => api.post(path, isParted && applies === "now" ? fromNow(body) : body),
    t("words.saved"),
    { onSuccess: onClose }
  )
  const remove = useAct(() => api.delete(path), t("expenses.recurring.stopped"), { onSuccess: onClose })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isRight) {
      save.mutate()
    }
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content asChild className="max-md:inset-x-2 max-md:w-auto max-md:max-w-none">
        <form onSubmit={send} noValidate>
          <Drawer.Header>
            <Drawer.Title>{t(recurring ? "expenses.recurring.edit" : "expenses.recurring.add")}</Drawer.Title>
            <Drawer.Description aria-live="polite">
              {isRight ? sentenceOf(t, body, money(amount)) : t("expenses.recurring.emptyHint")}
            </Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
            <AmountField
              id="recurring-amount"
              label={t("expenses.recurring.amount")}
              value={draft.amount}
              isWrong={!!draft.amount && amount === null}
              onText={(text) => set({ amount: text })}
            />
            <div className="flex flex-col gap-y-1.5">
              <Text size="small" weight="plus" aria-hidden>
                {t("expenses.entry.category")}
              </Text>
              <CategoryChips
                label={t("expenses.entry.category")}
                chips={options}
                value={draft.category_id}
                onChoose={(category_id) => set({ category_id })}
              />
            </div>
            <div className="flex flex-col gap-y-1">
              <Text size="small" weight="plus" aria-hidden>
                {t("expenses.recurring.repeat")}
              </Text>
              <Choice
                label={t("expenses.recurring.repeat")}
                value={draft.period}
                options={REPEATS.map((value) => ({ value, label: t(`expenses.recurring.repeats.${value}`) }))}
                onChoose={(period) => set({ period: period as Repeat })}
              />
            </div>
            <div className="grid gap-3 sm:grid-cols-2">
              <TextField
                type="date"
                size="small"
                label={t("expenses.recurring.starts")}
                value={draft.starts_on}
                onText={(starts_on) => set({ starts_on })}
              />
              <TextField
                type="date"
                size="small"
                label={t("expenses.recurring.ends")}
                hint={t("expenses.recurring.endsHint")}
                min={draft.starts_on}
                value={draft.ends_on}
                onText={(ends_on) => set({ ends_on })}
              />
            </div>
            <div className="flex flex-col gap-y-1">
              <Text size="small" weight="plus" aria-hidden>
                {t("expenses.entry.method")}
              </Text>
              <MethodChoice
                value={draft.payment_method}
                onChoose={(payment_method) => set({ payment_method })}
              />
            </div>
            <TextField
              size="small"
              label={t("expenses.entry.payee")}
              maxLength={200}
              value={draft.payee}
              onText={(payee) => set({ payee })}
            />
            <TextField
              size="small"
              label={t("expenses.entry.note")}
              maxLength={500}
              value={draft.note}
              onText={(note) => set({ note })}
            />
            {isParted && <AppliesChoice value={applies} onChoose={setApplies} />}
            {recurring && !hasEnded(recurring) && (
              <div className="border-t pt-4">
                <ConfirmButton
                  label={t("expenses.recurring.stop")}
                  question={t("expenses.recurring.stopQuestion")}
                  isDanger
                  isLoading={remove.isPending}
                  onConfirm={() => remove.mutate()}
                />
              </div>
            )}
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" size="small" onClick={onClose}>
              {t("words.cancel")}
            </Button>
            <Button type="submit" size="small" disabled={!isRight} isLoading={save.isPending}>
              {t("words.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}

import { FormEvent, useState } from "react"
import { Button, Input, Text } from "@medusajs/ui"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { readMoney, typedOf } from "../lib/amount"
import { periodName } from "../lib/calendar"
import { PeriodAmount, Recurring } from "../lib/types"

type Props = { path: string; recurring: Recurring; isChangeable: boolean }

/** The current period and the two after it, and what was changed further off: each can be skipped or cost something else. */
export function NextPeriods({ path, recurring, isChangeable }: Props) {
  const { t } = useText()
  const { next, changes } = recurring
  const last = next.at(-1)?.period_start ?? ""
  const further = changes.filter(({ period_start }) => period_start > last)
  const rows = [...next, ...further]
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <Text size="small" weight="plus" className="text-ui-fg-subtle">
        {t(rows.length > 0 ? "expenses.recurring.next" : "expenses.recurring.nothingNext")}
      </Text>
      <ul className="divide-y">
        {rows.map((row) => (
          <Line
            key={row.period_start}
            path={path}
            recurring={recurring}
            row={row}
            isChangeable={isChangeable}
          />
        ))}
      </ul>
    </div>
  )
}

function Line({ path, recurring, row, isChangeable }: Props & { row: PeriodAmount }) {
  const { t, money } = useText()
  const [isEditing, setEditing] = useState(false)
  const { period_start, amount } = row
  const name = periodName(t, recurring.period, period_start)
  const isChanged = recurring.changes.some((change) => change.period_start === period_start)
  const change = useAct(
    (next: number | null) => api.post(`${path}/changes`, { period_start, amount: next }),
    t("words.saved"),
    { onSuccess: () => setEditing(false) }
  )
  const undo = useAct(() => api.delete(`${path}/changes/${period_start}`), t("words.saved"))
  const isBusy = change.isPending || undo.isPending
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2" aria-label={name}>
      <Text size="small" className="min-w-0 flex-1 basis-36">
        {name}
        {isChanged && amount !== null && (
          <span className="text-ui-fg-muted">{` · ${t("expenses.recurring.changed")}`}</span>
        )}
      </Text>
      <Text size="small" weight="plus" className={amount === null ? "text-ui-fg-muted" : "tabular-nums"}>
        {amount === null ? t("expenses.recurring.skipped") : money(amount)}
      </Text>
      {isChangeable && !isEditing && (
        <div className="ms-auto flex gap-1">
          {isChanged ? (
            <Button size="small" variant="transparent" disabled={isBusy} onClick={() => undo.mutate()}>
              {t("expenses.recurring.undo")}
            </Button>
          ) : (
            <>
              <Button
                size="small"
                variant="transparent"
                disabled={isBusy}
                onClick={() => change.mutate(null)}
              >
                {t("expenses.recurring.skip")}
              </Button>
              <Button size="small" variant="transparent" onClick={() => setEditing(true)}>
                {t("expenses.recurring.change")}
              </Button>
            </>
          )}
        </div>
      )}
      {isEditing && (
        <AmountLine
          label={t("expenses.recurring.changeOf", { period: name })}
          amount={amount ?? recurring.amount}
          isBusy={isBusy}
          onSave={(next) => change.mutate(next)}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  )
}

/** An amount in a line of a list: Enter saves, Escape leaves it. */
export function AmountLine({
  label,
  amount,
  isBusy,
  onSave,
  onClose,
}: {
  label: string
  amount: number | null
  isBusy: boolean
  onSave: (amount: number) => void
  onClose: () => void
}) {
  const { t } = useText()
  const [typed, setTyped] = useState(amount === null ? "" : typedOf(amount))
  const read = readMoney(typed)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (read !== null) {
      onSave(read)
    }
  }
  return (
    <form className="flex w-full items-center gap-2" onSubmit={save}>
      <div className="min-w-0 flex-1">
        <Input
          autoFocus
          size="small"
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          placeholder={label}
          aria-invalid={read === null}
          value={typed}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        />
      </div>
      <Button type="submit" size="small" disabled={read === null} isLoading={isBusy}>
        {t("words.save")}
      </Button>
      <Button type="button" size="small" variant="transparent" onClick={onClose}>
        {t("words.cancel")}
      </Button>
    </form>
  )
}

import { forwardRef, KeyboardEvent } from "react"
import { Hint, Input, Label } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { readMoney } from "../lib/amount"

type Props = {
  id: string
  /** What is asked; of an expense when it is left out. */
  label?: string
  value: string
  isWrong: boolean
  onText: (text: string) => void
  onKeyDown?: (event: KeyboardEvent) => void
}

/** The first field of an expense, large; says at once how the amount was understood. */
export const AmountField = forwardRef<HTMLInputElement, Props>(function AmountField(
  { id, label, value, isWrong, onText, onKeyDown },
  ref
) {
  const { t, money } = useText()
  const amount = readMoney(value)
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label ?? t("expenses.entry.amount")}
      </Label>
      <Input
        ref={ref}
        id={id}
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="done"
        className="h-11 text-xl font-medium tabular-nums"
        value={value}
        aria-invalid={isWrong}
        aria-describedby={`${id}-said`}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Hint id={`${id}-said`} variant={isWrong ? "error" : "info"} className="min-h-5">
        {isWrong ? t("expenses.entry.needAmount") : amount !== null ? money(amount) : ""}
      </Hint>
    </div>
  )
})

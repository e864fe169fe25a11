import { useState } from "react"
import { IconButton, Text } from "@medusajs/ui"
import { Pencil, Trash } from "@medusajs/icons"
import { ConfirmButton } from "../../../components/confirm"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Budget } from "../lib/types"
import { AmountLine } from "../recurring/next-periods"
import { BudgetBar } from "./budget-bar"

/** One category's budget: the bar, the sums, and what is left. */
export function BudgetLine({ budget, isChangeable }: { budget: Budget; isChangeable: boolean }) {
  const { t, money, lang } = useText()
  const [isEditing, setEditing] = useState(false)
  const { month, category_id, amount, spent, percent, level } = budget
  const name = budget.category_name[lang]
  const save = useAct(
    (next: number) => api.post("/merchant/expense-budgets", { month, category_id, amount: next }),
    t("words.saved"),
    { onSuccess: () => setEditing(false) }
  )
  const left = amount - spent
  return (
    <li className="flex flex-col gap-y-1.5 px-4 py-3 md:px-6" aria-label={name}>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <Text weight="plus" size="small">
          {name}
        </Text>
        <div className="flex items-center gap-x-1">
          <Text size="small" className="tabular-nums">
            {t("expenses.budgets.of", { spent: money(spent), amount: money(amount) })}
          </Text>
          {isChangeable && (
            <>
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("expenses.budgets.editOf", { name })}
                onClick={() => setEditing(!isEditing)}
              >
                <Pencil />
              </IconButton>
              <ConfirmButton
                label={t("words.delete")}
                question={t("expenses.budgets.removeQuestion", { name })}
                isDanger
                variant="transparent"
                aria-label={t("expenses.budgets.removeOf", { name })}
                onConfirm={() => save.mutate(0)}
              >
                <Trash />
              </ConfirmButton>
            </>
          )}
        </div>
      </div>
      <BudgetBar label={name} percent={percent} level={level} />
      <Text size="xsmall" className={left < 0 ? "text-ui-fg-error" : "text-ui-fg-muted"}>
        {left > 0
          ? t("expenses.budgets.left", { amount: money(left) })
          : left < 0
            ? t("expenses.budgets.over", { amount: money(-left) })
            : t("expenses.budgets.exact")}
      </Text>
      {isEditing && (
        <AmountLine
          label={t("expenses.budgets.amountOf", { name })}
          amount={amount}
          isBusy={save.isPending}
          onSave={(next) => save.mutate(next)}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  )
}

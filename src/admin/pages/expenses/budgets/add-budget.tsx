import { FormEvent, useState } from "react"
import { Button, Input } from "@medusajs/ui"
import { Choice } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { readMoney } from "../lib/amount"
import { useCategories } from "../lib/use-categories"

/** A budget for a category that has none in this month yet. */
export function AddBudget({ month, taken }: { month: string; taken: string[] }) {
  const { t } = useText()
  const { options } = useCategories()
  const [category_id, setCategory] = useState("")
  const [typed, setTyped] = useState("")
  const amount = readMoney(typed)
  const save = useAct(
    () => api.post("/merchant/expense-budgets", { month, category_id, amount }),
    t("words.saved"),
    {
      onSuccess: () => {
        setCategory("")
        setTyped("")
      },
    }
  )
  const free = options.filter(({ value }) => !taken.includes(value))
  if (free.length === 0) {
    return null
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (category_id && amount !== null) {
      save.mutate()
    }
  }
  return (
    <form
      onSubmit={send}
      className="flex w-full flex-wrap items-center gap-2 md:w-auto"
      aria-label={t("expenses.budgets.set")}
    >
      <div className="w-full md:w-52">
        <Choice
          label={t("expenses.budgets.category")}
          value={category_id}
          options={free}
          onChoose={setCategory}
        />
      </div>
      <div className="min-w-0 flex-1 md:w-44 md:flex-none">
        <Input
          size="small"
          inputMode="decimal"
          autoComplete="off"
          aria-label={t("expenses.budgets.amount")}
          placeholder={t("expenses.budgets.amount")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Button
        type="submit"
        size="small"
        disabled={!category_id || amount === null}
        isLoading={save.isPending}
      >
        {t("expenses.budgets.set")}
      </Button>
    </form>
  )
}

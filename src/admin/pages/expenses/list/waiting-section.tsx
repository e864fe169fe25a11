import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { StatePill } from "../../../components/state-pill"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Expense, ExpenseList } from "../lib/types"
import { Decide } from "./decide"
import { noonOf } from "./expense-columns"

const LIMIT = 20

/** Expenses that wait to be decided, of whatever period, before everything else; nothing when there are none. */
export function WaitingSection({ onOpen }: { onOpen: (id: string) => void }) {
  const { t, number } = useText()
  const { data } = useApi<ExpenseList>("/merchant/expenses", {
    status: "submitted",
    order: "day",
    limit: LIMIT,
    offset: 0,
  })
  if (!data || data.count === 0) {
    return null
  }
  return (
    <Section
      title={t("expenses.waiting.title")}
      hint={t("expenses.waiting.hint")}
      padded={false}
      actions={<StatePill state="pending" label={number(data.count)} />}
    >
      <ul className="divide-y" aria-label={t("expenses.waiting.title")}>
        {data.expenses.map((expense) => (
          <Line key={expense.id} expense={expense} onOpen={() => onOpen(expense.id)} />
        ))}
      </ul>
    </Section>
  )
}

function Line({ expense, onOpen }: { expense: Expense; onOpen: () => void }) {
  const { t, money, date, lang } = useText()
  const { amount, category_name, author_name, day, note, payee } = expense
  return (
    <li className="border-s-ui-tag-orange-icon flex flex-wrap items-center gap-x-4 gap-y-2 border-s-4 px-4 py-3 md:px-6">
      <button type="button" className="min-w-0 flex-1 basis-56 text-start" onClick={onOpen}>
        <span className="txt-compact-medium-plus tabular-nums">{money(amount)}</span>
        <span className="txt-small text-ui-fg-subtle block break-words">
          {[category_name[lang], date(noonOf(day)), author_name, payee, note].filter(Boolean).join(" · ")}
        </span>
      </button>
      {expense.can_decide ? (
        <Decide path={`/merchant/expenses/${expense.id}`} amount={amount} />
      ) : (
        <Text size="small" className="text-ui-fg-muted">
          {t("expenses.waiting.byOther")}
        </Text>
      )}
    </li>
  )
}

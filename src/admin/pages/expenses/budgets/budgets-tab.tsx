import { useState } from "react"
import { Button, IconButton, Text } from "@medusajs/ui"
import { ChevronLeft, ChevronRight } from "@medusajs/icons"
import { Section } from "../../../components/page"
import { Empty, Shown } from "../../../components/states"
import { api } from "../../../lib/api"
import { useCompany } from "../../../lib/company"
import { dayOf } from "../../../lib/format"
import { addMonths } from "../../../lib/periods"
import { useAct, useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { monthName } from "../lib/calendar"
import { Budget, Level } from "../lib/types"
import { AddBudget } from "./add-budget"
import { BudgetBar } from "./budget-bar"
import { BudgetLine } from "./budget-line"

/** What may be spent on each category in a month, and how much of it is gone. */
export function BudgetsTab() {
  const { t } = useText()
  const { can } = useCompany()
  const [month, setMonth] = useState(() => dayOf(new Date()).slice(0, 7))
  const read = useApi<{ expense_budgets: Budget[] }>("/merchant/expense-budgets", { month })
  const copy = useAct(
    () => api.post("/merchant/expense-budgets/copy", { from: addMonths(month, -1), to: month }),
    t("expenses.budgets.copied")
  )
  const isManager = can("expense:manage")
  return (
    <Section
      title={t("expenses.budgets.title")}
      hint={t("expenses.budgets.hint")}
      padded={false}
      actions={<MonthPicker month={month} onChoose={setMonth} />}
    >
      <Shown read={read}>
        {({ expense_budgets: budgets }) => (
          <>
            {budgets.length > 0 && <Whole budgets={budgets} />}
            {budgets.length === 0 && (
              <Empty
                text={t("expenses.budgets.empty")}
                hint={isManager ? t("expenses.budgets.emptyHint") : ""}
              />
            )}
            <ul className="divide-y" aria-label={monthName(t, month)}>
              {[...budgets]
                .sort((a, b) => b.percent - a.percent)
                .map((budget) => (
                  <BudgetLine key={budget.id} budget={budget} isChangeable={isManager} />
                ))}
            </ul>
            {isManager && (
              <div className="flex flex-wrap items-end gap-2 border-t px-4 py-4 md:px-6">
                <AddBudget key={month} month={month} taken={budgets.map(({ category_id }) => category_id)} />
                <Button
                  size="small"
                  variant="secondary"
                  isLoading={copy.isPending}
                  onClick={() => copy.mutate()}
                >
                  {t("expenses.budgets.copy")}
                </Button>
              </div>
            )}
          </>
        )}
      </Shown>
    </Section>
  )
}

function MonthPicker({ month, onChoose }: { month: string; onChoose: (month: string) => void }) {
  const { t } = useText()
  return (
    <div role="group" aria-label={t("expenses.budgets.month")} className="flex items-center gap-x-1">
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("expenses.budgets.previousMonth")}
        onClick={() => onChoose(addMonths(month, -1))}
      >
        <ChevronLeft />
      </IconButton>
      <Text size="small" weight="plus" className="min-w-36 text-center" aria-live="polite">
        {monthName(t, month)}
      </Text>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={t("expenses.budgets.nextMonth")}
        onClick={() => onChoose(addMonths(month, 1))}
      >
        <ChevronRight />
      </IconButton>
    </div>
  )
}

const levelOf = (percent: number): Level => (percent >= 100 ? "100" : percent >= 80 ? "80" : "ok")

/** All budgets of the month together. */
function Whole({ budgets }: { budgets: Budget[] }) {
  const { t, money } = useText()
  const amount = budgets.reduce((sum, budget) => sum + budget.amount, 0)
  const spent = budgets.reduce((sum, budget) => sum + budget.spent, 0)
  const percent = amount > 0 ? (spent / amount) * 100 : 0
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-2 border-b px-4 py-4 md:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Text weight="plus">{t("expenses.budgets.all")}</Text>
        <Text className="tabular-nums">
          {t("expenses.budgets.of", { spent: money(spent), amount: money(amount) })}
        </Text>
      </div>
      <BudgetBar label={t("expenses.budgets.all")} percent={percent} level={levelOf(percent)} />
    </div>
  )
}

import { ReactNode } from "react"
import { Alert } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { expensesPlace } from "../lib/places"
import { Summary } from "../lib/types"
import { useSource } from "../use-finance"
import { useWords } from "../use-words"

/** What makes the figures look better than they are, and where to put it right. */
export function Notices({ summary }: { summary: Summary }) {
  const { t, money } = useWords()
  const { isMarket } = useSource()
  const { lines_without_cost, pending_expenses } = summary
  const way = (to: string, text: string): ReactNode =>
    !isMarket && (
      <Link to={to} className="text-ui-fg-interactive ms-1 underline print:hidden">
        {text}
      </Link>
    )
  return (
    <>
      {lines_without_cost > 0 && (
        <Alert variant="warning">
          {t("finance.warning.noCost", { count: lines_without_cost })}
          {way("/shop/warehouse", t("finance.warning.toWarehouse"))}
        </Alert>
      )}
      {pending_expenses.count > 0 && (
        <Alert variant="info">
          {t("finance.warning.pending", {
            count: pending_expenses.count,
            amount: money(pending_expenses.amount),
          })}
          {way(expensesPlace({}, { status: "submitted" }), t("finance.warning.toPending"))}
        </Alert>
      )}
    </>
  )
}

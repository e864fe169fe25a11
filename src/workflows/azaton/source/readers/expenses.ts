import { planCustomExpense, planFixedExpenses } from "../../plan/expenses"
import { Indexes } from "../indexes"
import { pagesOf } from "../pages"
import { Session, tableOf } from "../session"

export async function* readExpenses(session: Session, indexes: Indexes) {
  const { has: hasCompany } = await indexes.companies()
  const context = { hasCompany, mode: session.options.mode }
  for await (const page of pagesOf(session.legacy, tableOf(session, "expenses"))) {
    yield page.flatMap((row) => planFixedExpenses(row, context))
  }
  for await (const page of pagesOf(session.legacy, tableOf(session, "company_custom_expenses"))) {
    yield page.map((row) => planCustomExpense(row, context))
  }
}

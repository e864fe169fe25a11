import { MedusaContainer } from "@medusajs/framework/types"
import { expensesByDay } from "../expense/queries/by-day"
import { ensureFacts } from "./facts"
import { assemble } from "./lib/assemble"
import { comparedWith } from "./lib/periods"
import { companyNames, ownCategories, stockValue } from "./queries/beside"
import { readFacts } from "./queries/facts"
import { CompanyFigures, Summary, SummaryWish } from "./types"

/** Expenses and stock are kept in so'm: a summary in another currency has none. */
const HOME_CURRENCY = "uzs"
const NO_EXPENSES = { rows: [], pending: { count: 0, amount_tiyin: 0n } }

/**
 * What a period came to for a company, or for all of them (docs/finance.md). The number of statements is the same however long
 * the period and however many the sales; stale days are made anew first.
 */
export async function financeSummary(
  container: MedusaContainer,
  wish: SummaryWish
): Promise<{ summary: Summary; companies: CompanyFigures[] }> {
  const period = { from: wish.from, to: wish.to }
  const compare = comparedWith(period, wish.compare)
  const company_ids = wish.company_id ? [wish.company_id] : null
  const isHome = wish.currency_code === HOME_CURRENCY
  const expenses = async (range: typeof period | null) =>
    range && isHome ? expensesByDay(container, { company_ids, ...range }) : NO_EXPENSES
  await ensureFacts(container, company_ids, period.from, period.to)
  const facts = await readFacts(container, { ...wish, period, compare })
  const spent = await expenses(period)
  const spentBefore = await expenses(compare)
  const assembled = assemble({ wish, compare, facts, spent, spentBefore })
  const names = await companyNames(container, assembled.company_ids)
  return {
    summary: assembled.summary(
      await ownCategories(container, assembled.category_ids),
      isHome ? await stockValue(container, wish.company_id) : "0"
    ),
    companies: assembled.companies(names),
  }
}

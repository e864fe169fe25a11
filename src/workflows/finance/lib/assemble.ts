import { categoryName, OwnCategory } from "../../../modules/expense/lib/categories"
import { DayExpense, PendingExpenses } from "../../expense/queries/by-day"
import { FactsRead } from "../queries/facts"
import { Cash, CategorySum, CompanyFigures, Summary, SummaryWish } from "../types"
import { Figures, fromTiyin, sumOf, Tally } from "./figures"
import { daysIn, Range, stepsOf } from "./periods"

export type Read = {
  wish: SummaryWish
  compare: Range | null
  facts: FactsRead
  spent: { rows: DayExpense[]; pending: PendingExpenses }
  spentBefore: { rows: DayExpense[] }
}

/** Puts a summary together from what was read of both periods; only names and the stock's worth come from outside. */
export function assemble(read: Read) {
  const { wish, facts, spent } = read
  const steps = seriesOf(wish, read)
  const figures = steps.reduce((sum, { tally }) => sum.addTally(tally), new Tally()).figures()
  const byCompany = companiesOf(read)
  return {
    company_ids: [...byCompany.keys()],
    category_ids: [...new Set(spent.rows.map(({ category_id }) => category_id))],

    summary: (own: ReadonlyMap<string, OwnCategory>, stock: string): Summary => ({
      from: wish.from,
      to: wish.to,
      days: daysIn(wish),
      currency_code: wish.currency_code,
      ...figures,
      compare: read.compare && {
        ...read.compare,
        ...totalOf(read.compare, facts.days, read.spentBefore.rows),
      },
      series: steps.map(({ from, to, tally }) => ({ from, to, ...tally.figures() })),
      stock_value: sumOf([stock]).toNumber(),
      cash: cashOf(figures, facts.payments, spent.rows),
      expenses_by_category: categoriesOf(spent.rows, own),
      pending_expenses: {
        count: spent.pending.count,
        amount: fromTiyin(spent.pending.amount_tiyin).toNumber(),
      },
    }),

    companies: (names: ReadonlyMap<string, string>): CompanyFigures[] =>
      [...byCompany]
        .map(([company_id, tally]) => ({
          company_id,
          name: names.get(company_id) ?? company_id,
          ...tally.figures(),
        }))
        .sort((a, b) => b.revenue - a.revenue || (a.company_id < b.company_id ? -1 : 1)),
  }
}

/** Every step of the period with what falls into it; both rows and steps are sparse beside what they are made of. */
function seriesOf({ from, to, by }: SummaryWish, { facts, spent }: Read): Array<Range & { tally: Tally }> {
  const steps = stepsOf({ from, to }, by).map((step) => ({ ...step, tally: new Tally() }))
  const ofDay = new Map<string, Tally>()
  for (const { tally, ...step } of steps) {
    stepsOf(step, "day").forEach(({ from: day }) => ofDay.set(day, tally))
  }
  facts.days.forEach((row) => ofDay.get(row.day)?.addFacts(row))
  expensesOf(spent.rows).forEach(({ day, amount_tiyin }) => ofDay.get(day)?.addExpense(amount_tiyin))
  return steps
}

function totalOf({ from, to }: Range, days: FactsRead["days"], spent: DayExpense[]): Figures {
  const tally = new Tally()
  days.filter(({ day }) => day >= from && day <= to).forEach((row) => tally.addFacts(row))
  expensesOf(spent).forEach(({ amount_tiyin }) => tally.addExpense(amount_tiyin))
  return tally.figures()
}

/** Companies with anything in the period. */
function companiesOf({ facts, spent }: Read): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  const of = (id: string) => tallies.get(id) ?? tallies.set(id, new Tally()).get(id)!
  facts.companies.forEach((row) => of(row.company_id).addFacts(row))
  expensesOf(spent.rows).forEach(({ company_id, amount_tiyin }) => of(company_id).addExpense(amount_tiyin))
  return tallies
}

const expensesOf = (rows: DayExpense[]) => rows.filter(({ is_purchase }) => !is_purchase)

function cashOf(figures: Figures, payments: FactsRead["payments"], spent: DayExpense[]): Cash {
  const { refunds, expenses, commission, ad_spend } = figures
  const purchases = fromTiyin(
    spent.reduce((sum, row) => (row.is_purchase ? sum + row.amount_tiyin : sum), 0n)
  )
  const came = sumOf(payments.map(({ amount }) => amount))
  const went = sumOf([refunds, expenses, purchases, commission, ad_spend])
  return {
    in: payments.map(({ method, amount }) => ({ method, amount: Number(amount) })),
    in_total: came.toNumber(),
    refunds,
    expenses,
    purchases: purchases.toNumber(),
    commission,
    ad_spend,
    net: came.minus(went).toNumber(),
  }
}

/** The most expensive first; an expense that its category does not name would be nobody's. */
function categoriesOf(spent: DayExpense[], own: ReadonlyMap<string, OwnCategory>): CategorySum[] {
  const sums = new Map<string, { is_purchase: boolean; tiyin: bigint }>()
  for (const { category_id, is_purchase, amount_tiyin } of spent) {
    const sum = sums.get(category_id) ?? { is_purchase, tiyin: 0n }
    sums.set(category_id, { ...sum, tiyin: sum.tiyin + amount_tiyin })
  }
  return [...sums]
    .sort(([a, { tiyin: x }], [b, { tiyin: y }]) => (x === y ? (a < b ? -1 : 1) : x < y ? 1 : -1))
    .map(([category_id, { is_purchase, tiyin }]) => ({
      category_id,
      name: categoryName(category_id, own),
      amount: fromTiyin(tiyin).toNumber(),
      is_purchase,
    }))
}

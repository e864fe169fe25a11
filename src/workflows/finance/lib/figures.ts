import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { TIYIN_PER_SUM } from "../../../lib/money"

/** Columns of `finance_day` that add up. */
export const MEASURES = [
  "orders",
  "quantity",
  "sales",
  "delivery",
  "discount",
  "cost",
  "refunds_count",
  "refunds",
  "refunded_cost",
  "refunded_delivery",
  "commission",
  "ad_spend",
  "new_buyers",
  "known_orders",
  "returning_orders",
  "lines_without_cost",
] as const
export type Measure = (typeof MEASURES)[number]

/** Facts of some days, decimal text as PostgreSQL says it. */
export type Facts = Record<Measure, string>

/** What a period comes to (docs/finance.md); money in units of the currency. */
export type Figures = {
  revenue: number
  sales: number
  refunds: number
  delivery: number
  discounts: number
  orders: number
  refunds_count: number
  quantity: number
  average_receipt: number
  cost: number
  markup_profit: number
  expenses: number
  commission: number
  ad_spend: number
  net_profit: number
  new_buyers: number
  returning_orders: number
  known_orders: number
  lines_without_cost: number
}

type Decimal = ReturnType<typeof MathBN.convert>
const ZERO = MathBN.convert(0)

/** Adds facts and expenses up without a rounding, and says what they come to. */
export class Tally {
  private readonly sums = new Map<Measure, Decimal>()
  private expenses = 0n

  addFacts(facts: Facts): this {
    for (const measure of MEASURES) {
      if (facts[measure] !== "0") {
        this.sums.set(measure, this.sum(measure).plus(facts[measure]))
      }
    }
    return this
  }

  /** An expense of the period; purchases are none (business rule 15). */
  addExpense(tiyin: bigint): this {
    this.expenses += tiyin
    return this
  }

  addTally(other: Tally): this {
    other.sums.forEach((sum, measure) => this.sums.set(measure, this.sum(measure).plus(sum)))
    this.expenses += other.expenses
    return this
  }

  /** Business rule 14. */
  figures(): Figures {
    const sum = (measure: Measure) => this.sum(measure)
    const revenue = sum("sales").minus(sum("refunds"))
    const cost = sum("cost").minus(sum("refunded_cost"))
    const markup = revenue.minus(cost)
    const expenses = fromTiyin(this.expenses)
    const orders = sum("orders").toNumber()
    return {
      revenue: revenue.toNumber(),
      sales: sum("sales").toNumber(),
      refunds: sum("refunds").toNumber(),
      delivery: sum("delivery").minus(sum("refunded_delivery")).toNumber(),
      discounts: sum("discount").toNumber(),
      orders,
      refunds_count: sum("refunds_count").toNumber(),
      quantity: sum("quantity").toNumber(),
      average_receipt: orders === 0 ? 0 : sum("sales").dividedBy(orders).decimalPlaces(2, 4).toNumber(),
      cost: cost.toNumber(),
      markup_profit: markup.toNumber(),
      expenses: expenses.toNumber(),
      commission: sum("commission").toNumber(),
      ad_spend: sum("ad_spend").toNumber(),
      net_profit: markup.minus(expenses).minus(sum("commission")).minus(sum("ad_spend")).toNumber(),
      new_buyers: sum("new_buyers").toNumber(),
      returning_orders: sum("returning_orders").toNumber(),
      known_orders: sum("known_orders").toNumber(),
      lines_without_cost: sum("lines_without_cost").toNumber(),
    }
  }

  private sum(measure: Measure): Decimal {
    return this.sums.get(measure) ?? ZERO
  }
}

/** So'm of tiyin. */
export function fromTiyin(tiyin: bigint): Decimal {
  return MathBN.convert(tiyin.toString()).dividedBy(TIYIN_PER_SUM)
}

/** Decimal text added up. */
export function sumOf(amounts: BigNumberInput[]): Decimal {
  return amounts.reduce<Decimal>((sum, amount) => sum.plus(MathBN.convert(amount)), ZERO)
}

import { totalOf } from "../plan/lines"
import { sumOf, tiyinOf } from "../plan/money"
import { CompanyPlan, ExpensePlan, OrderPlan } from "../plans"
import { Planned } from "../types"
import { CompanyMoney, Sums } from "./types"

type Sum = Record<keyof Sums, bigint>

/** Sums what the source's rows make, per company. */
export class MoneyTally {
  readonly #sums = new Map<string, Sum>()
  readonly #names = new Map<string, string>()

  add({ entity, legacy_id, value }: Planned<unknown>): void {
    if (!value) {
      return
    }
    if (entity === "companies") {
      this.#names.set(legacy_id, (value as CompanyPlan).name)
    } else if (entity === "orders" || entity === "sales") {
      const order = value as OrderPlan
      this.#of(order.company)[entity] += order.paid_at === null ? 0n : totalOf(order.lines)
    } else if (entity === "expenses") {
      const expense = value as ExpensePlan
      this.#of(expense.company).expenses += expense.kind === "dated" ? tiyinOf(expense.amount) : 0n
    }
  }

  #of(company: string): Sum {
    const sum = this.#sums.get(company) ?? { orders: 0n, sales: 0n, expenses: 0n }
    this.#sums.set(company, sum)
    return sum
  }

  /** Every company with its sums, beside what stands here. */
  beside(after: Map<string, Sums> | null): CompanyMoney[] {
    return [...this.#names].map(([legacy_id, name]) => {
      const { orders, sales, expenses } = this.#of(legacy_id)
      const before = { orders: sumOf(orders), sales: sumOf(sales), expenses: sumOf(expenses) }
      const none = { orders: "0", sales: "0", expenses: "0" }
      return { legacy_id, name, before, after: after && (after.get(legacy_id) ?? none) }
    })
  }
}

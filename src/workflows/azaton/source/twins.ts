import { goodsOf, FindProduct, itemsOf, readLines } from "../plan/lines"
import { Notes } from "../plan/notes"
import { OrderContext, planOrder } from "../plan/orders"
import { Twin } from "../plan/sales"
import { idOf } from "../plan/values"
import { ask } from "./connection"
import { Row, rowsWith } from "./pages"
import { Session, tableOf } from "./session"

type Pair = { sale_id: string; order_id: string }

const FETCH = 1000
const MINUTES_5 = 300

/**
 * Pairs of a sale and an order with one total, confirmed within five minutes of the sale, by sale. One join in the source,
 * read by a cursor beside the pages of sales: nothing is kept of what has been passed.
 */
export class TwinReader {
  #ahead: Pair[] = []
  #isDone = false
  #isOpen = false

  constructor(private readonly session: Session) {
    const orders = tableOf(session, "customer_orders")
    const sales = tableOf(session, "sales_history")
    this.#isDone = !orders?.columns.confirmed_date || !sales?.columns.sale_date
  }

  async #open(): Promise<void> {
    const seconds = (name: string) => `extract(epoch from ${name})`
    const slot = (name: string) => `floor(${seconds(name)} / ${MINUTES_5})`
    await ask(
      this.session.legacy,
      `declare azaton_twins no scroll cursor for
       select s.id::text as sale_id, o.id::text as order_id
       from sales_history s cross join (values (-1), (0), (1)) beside (slots)
       join customer_orders o
         on o.total_amount = s.total_amount
        and ${slot("o.confirmed_date")} = ${slot("s.sale_date")} + beside.slots
       where abs(${seconds("s.sale_date")} - ${seconds("o.confirmed_date")}) <= ${MINUTES_5}
         and (o.company_id is null or o.company_id = s.company_id)
       order by s.id, abs(${seconds("s.sale_date")} - ${seconds("o.confirmed_date")}), o.id`
    )
    this.#isOpen = true
  }

  /** The pairs of sales up to `last`, which must not be less than the time before. */
  async upTo(last: string): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>()
    for (;;) {
      while (this.#ahead.length > 0 && Number(this.#ahead[0].sale_id) <= Number(last)) {
        const { sale_id: sale, order_id: order } = this.#ahead.shift()!
        found.set(sale, [...(found.get(sale) ?? []), order])
      }
      if (this.#ahead.length > 0 || this.#isDone) {
        return found
      }
      if (!this.#isOpen) {
        await this.#open()
      }
      this.#ahead = await ask<Pair>(this.session.legacy, `fetch forward ${FETCH} from azaton_twins`)
      this.#isDone = this.#ahead.length < FETCH
    }
  }

  async close(): Promise<void> {
    if (this.#isOpen) {
      await ask(this.session.legacy, "close azaton_twins")
    }
  }
}

/** The orders of a page's pairs as sales are compared with them; an order that was split copies nothing. */
export async function twinsOf(
  session: Session,
  ids: string[],
  context: OrderContext
): Promise<Map<string, Twin>> {
  const rows = await rowsWith(session.legacy, tableOf(session, "customer_orders"), "id", [...new Set(ids)])
  const twins = rows.flatMap((row): Twin[] => {
    const plans = planOrder(row, context)
    const [{ value }] = plans
    return plans.length === 1 && value
      ? [{ order: idOf(row.id)!, company: value.company, goods: goodsIn(row, context.find) }]
      : []
  })
  return new Map(twins.map((twin) => [twin.order, twin]))
}

function goodsIn(row: Row, find: FindProduct): string {
  const notes = new Notes()
  return goodsOf(readLines(itemsOf(row.items, notes) ?? [], find, notes))
}

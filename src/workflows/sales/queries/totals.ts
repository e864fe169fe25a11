import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { dayOf } from "../../../modules/ledger/lib/period"
import { ensureFacts } from "../../finance/facts"
import { EARNED, PROFIT_BACK } from "../../home/queries/daily-sales"
import { conditionOf } from "../lib/condition"
import { Found, SalesFilter } from "../types"

/** Sums of a filter in so'm; orders in other currencies are in the journal, and in no sum. */
export type Totals = { sales: number; refunds: number; net: number; count: number; profit?: number }

type Sums = { count: string; amount: string; profit: string }

const NOTHING: Sums = { count: "0", amount: "0", profit: "0" }

/** Nothing was sold before. */
const EVER = "2000-01-01"

/**
 * What a filter adds up to. A period alone, of sales or refunds or both, is read from the daily facts, so that all of a company's history costs no more than
 * a day; anything else is added up from the entries, in two statements.
 */
export async function journalTotals(
  container: MedusaContainer,
  filter: SalesFilter,
  found: Found | null,
  showsProfit: boolean
): Promise<Totals> {
  const { company_id: _, from, to, kind, ...ways } = filter
  const isPeriod = Object.values(ways).every((value) => value === undefined)
  const known = isPeriod ? await fromFacts(container, filter, from ?? EVER, to ?? dayOf(new Date())) : null
  const sum = async (half: "sale" | "refund") =>
    (kind ?? half) === half
      ? (known?.[half] ?? (await addUp(container, half, filter, found, showsProfit)))
      : NOTHING
  return answer(await sum("sale"), await sum("refund"), showsProfit)
}

function answer(sale: Sums, refund: Sums, showsProfit: boolean): Totals {
  return {
    sales: Number(sale.amount),
    refunds: Number(refund.amount),
    net: minus(sale.amount, refund.amount),
    count: Number(sale.count) + Number(refund.count),
    ...(showsProfit ? { profit: minus(sale.profit, refund.profit) } : {}),
  }
}

const minus = (a: string, b: string) => MathBN.sub(a, b).toNumber()

type Facts = { sale: Sums; refund: Sums; is_whole: boolean }

/** Null where goods without a cost were sold: they earn nothing in the journal, and the facts cannot tell how much they were. */
async function fromFacts(
  container: MedusaContainer,
  { company_id }: SalesFilter,
  from: string,
  to: string
): Promise<Facts | null> {
  await ensureFacts(container, [company_id], from, to)
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Facts[] }>(
    `select coalesce(sum(lines_without_cost), 0) = 0 as is_whole,
              jsonb_build_object('count', coalesce(sum(orders), 0)::text, 'amount', coalesce(sum(sales), 0)::text,
                'profit', coalesce(sum(sales - delivery - cost), 0)::text) as sale,
              jsonb_build_object('count', coalesce(sum(refunds_count), 0)::text, 'amount', coalesce(sum(refunds), 0)::text,
                'profit', coalesce(sum(refunds - refunded_delivery - refunded_cost), 0)::text) as refund
         from finance_day where company_id = ? and currency_code = 'uzs' and day between ?::date and ?::date`,
    [company_id, from, to]
  )
  return rows[0].is_whole ? rows[0] : null
}

const HALF = {
  sale: { amount: "c.total", order: "c", from: "company_order c" },
  refund: {
    amount: "r.amount",
    order: "k",
    from: "company_refund r join company_order k on k.id = r.company_order_id",
  },
} as const

/** Of all lines at once: asked order by order, those of a long history would take seconds. */
const PROFITS = {
  sale: (condition: string) => `select ${EARNED} from company_order c
    join company_order_line l on l.company_order_id = c.id and l.deleted_at is null
   where ${condition} and c.currency_code = 'uzs'`,
  refund: (condition: string) => `select sum(${PROFIT_BACK}) from ${HALF.refund.from}
   where ${condition} and k.currency_code = 'uzs'`,
}

async function addUp(
  container: MedusaContainer,
  kind: "sale" | "refund",
  filter: SalesFilter,
  found: Found | null,
  showsProfit: boolean
): Promise<Sums> {
  const { sql, values } = conditionOf(kind, filter, found, null)
  const { amount, order, from } = HALF[kind]
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Sums[] }>(
    `select count(*) as count, coalesce(sum(${amount}) filter (where ${order}.currency_code = 'uzs'), 0) as amount,
              coalesce((${showsProfit ? PROFITS[kind](sql) : "0"}), 0) as profit
         from ${from} where ${sql}`,
    [...(showsProfit ? values : []), ...values]
  )
  return rows[0]
}

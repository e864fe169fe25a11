import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { dayOf } from "../../../modules/ledger/lib/period"
import { ensureFacts } from "../../finance/facts"
import { PROFIT, PROFIT_BACK } from "../../home/queries/daily-sales"
import { conditionOf } from "../lib/condition"
import { Found, SalesFilter } from "../types"

/** Sums of a filter in so'm; orders in other currencies are in the journal, and in no sum. */
export type Totals = { sales: number; refunds: number; net: number; count: number; profit?: number }

type Sums = { count: string; amount: string; profit: string }

/** Nothing was sold before. */
const EVER = "2000-01-01"

/**
 * What a filter adds up to. A period alone is read from the daily facts, so that all of a company's history costs no more than
 * a day; anything else is added up from the entries, in two statements.
 */
export async function journalTotals(
  container: MedusaContainer,
  filter: SalesFilter,
  found: Found | null,
  showsProfit: boolean
): Promise<Totals> {
  const { company_id: _, from, to, ...ways } = filter
  const isPeriod = Object.values(ways).every((value) => value === undefined)
  const known = isPeriod ? await fromFacts(container, filter, from ?? EVER, to ?? dayOf(new Date())) : null
  if (known) {
    return answer(known.sale, known.refund, showsProfit)
  }
  const nothing = { count: "0", amount: "0", profit: "0" }
  const sum = async (kind: "sale" | "refund") =>
    (filter.kind ?? kind) === kind ? addUp(container, kind, filter, found, showsProfit) : nothing
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

const SUMS = {
  sale: (showsProfit: boolean) => ({
    sum: `sum(c.total) filter (where c.currency_code = 'uzs') as amount,
      ${showsProfit ? `sum(${PROFIT}) filter (where c.currency_code = 'uzs')` : "0"} as profit`,
    from: "company_order c",
  }),
  refund: (showsProfit: boolean) => ({
    sum: `sum(r.amount) filter (where k.currency_code = 'uzs') as amount,
      ${showsProfit ? `sum(${PROFIT_BACK}) filter (where k.currency_code = 'uzs')` : "0"} as profit`,
    from: "company_refund r join company_order k on k.id = r.company_order_id",
  }),
}

async function addUp(
  container: MedusaContainer,
  kind: "sale" | "refund",
  filter: SalesFilter,
  found: Found | null,
  showsProfit: boolean
): Promise<Sums> {
  const { sql, values } = conditionOf(kind, filter, found, null)
  const { sum, from } = SUMS[kind](showsProfit)
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Sums[] }>(
    `select x.count, coalesce(x.amount, 0) as amount, coalesce(x.profit, 0) as profit
         from (select count(*) as count, ${sum} from ${from} where ${sql}) x`,
    values
  )
  return rows[0]
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"

export type DaySales = { date: string; orders: number; total: number; profit?: number }

type Input = { company_id: string; days: number; shows_profit: boolean }
type Row = { date: string; orders: number; total: string; profit: string | null }

const TASHKENT = "at time zone 'Asia/Tashkent'"

/** What lines l of orders earned (business rule 3). */
export const EARNED = "sum((l.unit_price - coalesce(l.cost, l.unit_price)) * l.quantity - l.discount)"

/** What an order's lines earned, of company_order c. */
export const PROFIT = `(select ${EARNED}
  from company_order_line l where l.company_order_id = c.id and l.deleted_at is null)`

/** What a refund takes of it: the money of its lines, less the cost of goods that are back on the shelf; of company_refund r. */
export const PROFIT_BACK = `(select sum((x ->> 'amount')::numeric
    - case when r.restock then coalesce((x ->> 'quantity')::numeric * coalesce(l.cost, l.unit_price), 0) else 0 end)
  from jsonb_array_elements(r.lines) x left join company_order_line l on l.id = x ->> 'company_order_line_id')`

const statement = (showsProfit: boolean) => `
  with span as (select (now() ${TASHKENT})::date as last),
  day as (select generate_series(last - (?::int - 1), last, '1 day')::date as date from span),
  start as (select min(date)::timestamp ${TASHKENT} as at from day),
  sale as (
    select (c.paid_at ${TASHKENT})::date as date, count(*)::int as orders, sum(c.total) as total,
           ${showsProfit ? `sum(${PROFIT})` : "null::numeric"} as profit
      from company_order c
     where c.company_id = ? and c.paid_at >= (select at from start) and c.currency_code = 'uzs' and c.deleted_at is null
     group by 1),
  refund as (
    select (r.succeeded_at ${TASHKENT})::date as date, sum(r.amount) as total,
           ${showsProfit ? `sum(${PROFIT_BACK})` : "null::numeric"} as profit
      from company_refund r join company_order c on c.id = r.company_order_id and c.currency_code = 'uzs'
     where r.company_id = ? and r.succeeded_at >= (select at from start) and r.status = 'succeeded' and r.deleted_at is null
     group by 1)
  select day.date::text, coalesce(sale.orders, 0) as orders,
         coalesce(sale.total, 0) - coalesce(refund.total, 0) as total,
         coalesce(sale.profit, 0) - coalesce(refund.profit, 0) as profit
    from day left join sale on sale.date = day.date left join refund on refund.date = day.date
   order by day.date`

/**
 * A company's sales of the last days, by days of Tashkent, today last: money that came less money that went back on the
 * day (business rule 14), in so'm. One statement over the day's orders alone.
 */
export async function dailySales(container: MedusaContainer, input: Input): Promise<DaySales[]> {
  assertId(input.company_id, "company id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(statement(input.shows_profit), [input.days, input.company_id, input.company_id])
  return rows.map(({ date, orders, total, profit }) => ({
    date,
    orders,
    total: Number(total),
    ...(input.shows_profit ? { profit: Number(profit) } : {}),
  }))
}

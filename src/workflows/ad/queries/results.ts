import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { TIME_ZONE } from "../../../lib/time"
import { AdErrors } from "../../../modules/ad/errors"
import { dayOf } from "../../../modules/ad/lib/serving/day"
import { clickRate } from "./ads"

const DAY_MS = 86_400_000
/** Days of one question, at most. */
const MOST = 366
const USUAL = 30

type Row = {
  found: boolean
  days: Array<{
    day: string
    impressions: number
    clicks: number
    spent_tiyin: number
    orders: number
    revenue: number
  }>
}

/** Days come with zeros where nothing happened. An order counts on the day that it was placed, with what is left of it. */
const RESULTS = `
  with asked as (select a.id from ad a where a.id = ? and (?::text is null or a.company_id = ?) and a.deleted_at is null),
  brought as (
    select (o.ordered_at at time zone '${TIME_ZONE}')::date as day, count(*) as orders,
           sum(c.total - c.refunded_total) filter (where o.currency_code = 'uzs') as revenue
      from ad_order o join asked on asked.id = o.ad_id
      join company_order c on c.id = o.company_order_id and c.deleted_at is null
     where c.canceled_at is null and c.order_canceled_at is null
       and o.ordered_at >= ?::timestamp at time zone '${TIME_ZONE}'
       and o.ordered_at < (?::date + 1)::timestamp at time zone '${TIME_ZONE}'
     group by 1)
  select exists (select 1 from asked) as found,
         (select coalesce(jsonb_agg(jsonb_build_object('day', to_char(s.day, 'YYYY-MM-DD'),
             'impressions', coalesce(d.impressions, 0), 'clicks', coalesce(d.clicks, 0),
             'spent_tiyin', coalesce(d.spent_tiyin, 0), 'orders', coalesce(b.orders, 0),
             'revenue', coalesce(b.revenue, 0)) order by s.day), '[]')
            from (select generate_series(?::date, ?::date, interval '1 day')::date as day) s
            left join ad_day d on d.ad_id = (select id from asked) and d.day = s.day
            left join brought b on b.day = s.day) as days`

/**
 * What an ad has brought day by day, money in so'm: one statement.
 * @param period days of Tashkent, both included; the last 30 when they are left out
 * @throws {MedusaError} 404, AD_PERIOD_WRONG
 */
export async function adResults(
  container: MedusaContainer,
  ad: { id: string; company_id?: string },
  period: { from?: string; to?: string }
) {
  const to = period.to ?? dayOf(Date.now())
  const from = period.from ?? dayOf(Date.parse(`${to}T00:00:00+05:00`) - (USUAL - 1) * DAY_MS)
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  if (days < 1 || days > MOST) {
    throw AdErrors.periodTooLong(MOST)
  }
  const company = ad.company_id ?? null
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(RESULTS, [ad.id, company, company, from, to, from, to])
  if (!rows[0].found) {
    throw notFound("Ad", ad.id)
  }
  return { from, to, ...summed(rows[0].days) }
}

function summed(rows: Row["days"]) {
  const sum = (of: (row: Row["days"][number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  const [impressions, clicks] = [sum((row) => row.impressions), sum((row) => row.clicks)]
  return {
    impressions,
    clicks,
    ctr: clickRate(impressions, clicks),
    spent: sum(({ spent_tiyin }) => spent_tiyin) / 100,
    orders: sum(({ orders }) => orders),
    revenue: sum(({ revenue }) => Math.round(revenue * 100)) / 100,
    days: rows.map(({ spent_tiyin, ...day }) => ({
      ...day,
      ctr: clickRate(day.impressions, day.clicks),
      spent: spent_tiyin / 100,
    })),
  }
}

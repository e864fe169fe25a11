import { Context } from "@medusajs/framework/types"
import { sql } from "../../../../lib/sql"
import { DayGain } from "./settle"
import { Counted, Spent } from "./types"

/** What one ad gains on one day, and what is left over of its last whole tiyin. */
export type Gain = DayGain & { ad_id: string; rest_milli: number }
type Row = Record<string, string | number | null>

/** Writes clicks down, for the orders that they may bring. */
export async function writeClicks(
  context: Context,
  clicks: Counted[],
  ads: Map<string, { company_id: string | null; product_id: string | null }>,
  charged: Set<string>
): Promise<void> {
  if (clicks.length === 0) {
    return
  }
  const rows = clicks.map((click) => ({
    ...click,
    company_id: ads.get(click.ad_id)!.company_id,
    product_id: ads.get(click.ad_id)!.product_id,
    clicked_at: new Date(click.at),
    is_charged: charged.has(click.nonce),
  }))
  await sql(
    context,
    `insert into ad_click (nonce, ad_id, company_id, product_id, visitor_id, customer_id, clicked_at, is_charged)
     select x.nonce, x.ad_id, x.company_id, x.product_id, x.visitor_id, x.customer_id, x.clicked_at, x.is_charged
       from jsonb_to_recordset(?::jsonb) as x(nonce text, ad_id text, company_id text, product_id text, visitor_id text,
            customer_id text, clicked_at timestamptz, is_charged boolean) on conflict do nothing`,
    [JSON.stringify(rows)]
  )
}

const FIGURES = ["impressions", "clicks", "free_impressions", "free_clicks", "spent_tiyin"] as const
const gained = (name: string) => `${name} = a.${name} + s.${name},
        raw_${name} = jsonb_build_object('value', (a.${name} + s.${name})::text, 'precision', 20)`

/** Adds to the days and to the ads; Medusa keeps every amount of an ad twice. @returns what the ads have spent now */
export async function writeGains(context: Context, gains: Gain[]): Promise<Spent[]> {
  const rows = await sql<Row>(
    context,
    `with x as (
       select * from jsonb_to_recordset(?::jsonb) as x(ad_id text, day date, rest_milli integer,
              ${FIGURES.map((name) => `${name} bigint`).join(", ")})
     ), days as (
       insert into ad_day as d (ad_id, day, ${FIGURES.join(", ")})
       select ad_id, day, ${FIGURES.join(", ")} from x
       on conflict (ad_id, day) do update set
         ${FIGURES.map((name) => `${name} = d.${name} + excluded.${name}`).join(", ")}
       returning d.ad_id, d.day, d.spent_tiyin
     ), s as (
       select ad_id, max(rest_milli) as rest_milli, sum(impressions) as impressions, sum(clicks) as clicks,
              sum(spent_tiyin) as spent_tiyin from x group by ad_id
     ), ads as (
       update ad a set ${["impressions", "clicks", "spent_tiyin"].map(gained).join(", ")}, rest_milli = s.rest_milli
         from s where a.id = s.ad_id returning a.id, a.spent_tiyin
     )
     select distinct on (ads.id) ads.id as ad_id, ads.spent_tiyin, days.day::text as day, days.spent_tiyin as day_tiyin
       from ads join days on days.ad_id = ads.id order by ads.id, days.day desc`,
    [JSON.stringify(gains)]
  )
  return rows.map((row) => ({
    ad_id: String(row.ad_id),
    spent_tiyin: Number(row.spent_tiyin),
    day: String(row.day),
    day_tiyin: Number(row.day_tiyin),
  }))
}

/** What ads have spent in all and on a day, in tiyin: other processes spend too. */
export async function readSpent(context: Context, ids: string[], day: string): Promise<Spent[]> {
  const rows = await sql<{ ad_id: string; spent: string; today: string }>(
    context,
    `select a.id as ad_id, a.spent_tiyin as spent, coalesce(d.spent_tiyin, 0) as today
       from ad a left join ad_day d on d.ad_id = a.id and d.day = ?::date
      where a.id in (select jsonb_array_elements_text(?::jsonb))`,
    [day, JSON.stringify(ids)]
  )
  return rows.map(({ ad_id, spent, today }) => ({
    ad_id,
    spent_tiyin: Number(spent),
    day,
    day_tiyin: Number(today),
  }))
}

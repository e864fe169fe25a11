import { Context } from "@medusajs/framework/types"
import { assertTransaction, sql } from "../../../../lib/sql"
import { dayOf } from "./day"
import { Gain, writeClicks, writeGains } from "./gains"
import { Purse, settle, Settled } from "./settle"
import { Counted, Spent } from "./types"

const HOUR_MS = 3_600_000

type LockedAd = Purse & { id: string; company_id: string | null; product_id: string | null }
/** Both keys of a figure that belongs to an ad's visitor, or to its day. */
const keyOf = (...parts: Array<string | null>) => parts.join(" ")

/**
 * Writes what has been counted: every token once, whoever else has it too, and no more money than the budgets hold. Ads are
 * locked in the order of their ids, so processes that write at the same moment take turns.
 * @returns what the ads have spent now
 */
export async function writeCounted(context: Context, events: Counted[]): Promise<Spent[]> {
  assertTransaction(context)
  const ads = await lockAds(context, [...new Set(events.map(({ ad_id }) => ad_id))])
  const fresh = await claimTokens(
    context,
    events.filter(({ ad_id }) => ads.has(ad_id))
  )
  const spentOn = await spentOnDays(context, fresh)
  const repeated = await paidWithinHour(context, fresh)
  const gains: Gain[] = []
  const charged = new Set<string>()
  for (const [id, ad] of ads) {
    const own = fresh.filter(({ ad_id }) => ad_id === id)
    const settled = settleAd(ad, own, spentOn, repeated)
    settled.days.forEach((day) => gains.push({ ...day, ad_id: id, rest_milli: settled.rest_milli }))
    settled.charged_nonces.forEach((nonce) => charged.add(nonce))
  }
  await writeClicks(
    context,
    fresh.filter(({ kind }) => kind === "click"),
    ads,
    charged
  )
  return writeGains(context, gains)
}

function settleAd(
  ad: LockedAd,
  events: Counted[],
  spentOn: Map<string, number>,
  repeated: Map<string, number>
): Settled {
  const ordered = [...events].sort((a, b) => a.at - b.at).map((one) => ({ ...one, day: dayOf(one.at) }))
  return settle(
    ad,
    ordered,
    (day) => spentOn.get(keyOf(ad.id, day)) ?? 0,
    (click) => {
      const key = keyOf(ad.id, click.visitor_id ?? click.customer_id)
      const last = repeated.get(key)
      const isRepeated = last !== undefined && Math.abs(click.at - last) < HOUR_MS
      if (!isRepeated) {
        repeated.set(key, click.at)
      }
      return isRepeated
    }
  )
}

async function lockAds(context: Context, ids: string[]): Promise<Map<string, LockedAd>> {
  const rows = await sql<LockedAd>(
    context,
    `select id, company_id, product_id, spent_tiyin, total_budget_tiyin, daily_budget_tiyin, rest_milli from ad
      where id in (select jsonb_array_elements_text(?::jsonb)) order by id for update`,
    [JSON.stringify(ids)]
  )
  const amount = (value: unknown) => (value === null ? null : Number(value))
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        spent_tiyin: Number(row.spent_tiyin),
        total_budget_tiyin: amount(row.total_budget_tiyin),
        daily_budget_tiyin: amount(row.daily_budget_tiyin),
      },
    ])
  )
}

/** Takes the tokens; those that another process has taken, or a crash left behind, are not counted again. */
async function claimTokens(context: Context, events: Counted[]): Promise<Counted[]> {
  const rows = await sql<{ nonce: string }>(
    context,
    `insert into ad_token_use (nonce, ad_id, kind)
     select x.nonce, x.ad_id, x.kind from jsonb_to_recordset(?::jsonb) as x(nonce text, ad_id text, kind text)
      order by x.nonce on conflict do nothing returning nonce`,
    [JSON.stringify(events.map(({ nonce, ad_id, kind }) => ({ nonce, ad_id, kind })))]
  )
  const taken = new Set(rows.map(({ nonce }) => nonce))
  return events.filter(({ nonce }) => taken.has(nonce))
}

async function spentOnDays(context: Context, events: Counted[]): Promise<Map<string, number>> {
  const pairs = new Map(
    events.map(({ ad_id, at }) => [keyOf(ad_id, dayOf(at)), { ad_id, day: dayOf(at) }] as const)
  )
  const rows = await sql<{ ad_id: string; day: string; spent: string }>(
    context,
    `select d.ad_id, d.day::text as day, d.spent_tiyin as spent from ad_day d
       join jsonb_to_recordset(?::jsonb) as x(ad_id text, day date) on x.ad_id = d.ad_id and x.day = d.day`,
    [JSON.stringify([...pairs.values()])]
  )
  return new Map(rows.map(({ ad_id, day, spent }) => [keyOf(ad_id, day), Number(spent)]))
}

/** When each visitor has last paid for a click on the ads that are clicked now. */
async function paidWithinHour(context: Context, events: Counted[]): Promise<Map<string, number>> {
  const clicks = events.filter(({ kind, price_model }) => kind === "click" && price_model === "cpc")
  if (clicks.length === 0) {
    return new Map()
  }
  const from = new Date(Math.min(...clicks.map(({ at }) => at)) - HOUR_MS)
  const rows = await sql<{ ad_id: string; visitor: string; at: Date }>(
    context,
    `select c.ad_id, coalesce(c.visitor_id, c.customer_id) as visitor, max(c.clicked_at) as at from ad_click c
       join (select distinct x.visitor_id, x.customer_id, x.ad_id
               from jsonb_to_recordset(?::jsonb) as x(visitor_id text, customer_id text, ad_id text)) x
         on x.ad_id = c.ad_id and (c.visitor_id = x.visitor_id
            or (x.visitor_id is null and c.visitor_id is null and c.customer_id = x.customer_id))
      where c.clicked_at > ? and c.is_charged group by 1, 2`,
    [
      JSON.stringify(
        clicks.map(({ visitor_id, customer_id, ad_id }) => ({ visitor_id, customer_id, ad_id }))
      ),
      from,
    ]
  )
  return new Map(rows.map(({ ad_id, visitor, at }) => [keyOf(ad_id, visitor), new Date(at).getTime()]))
}

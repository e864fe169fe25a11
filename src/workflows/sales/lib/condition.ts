import { Found, SalesFilter } from "../types"
import { Cursor } from "./cursor"

type Value = string | string[]
type Part = [sql: string, ...values: Value[]]

/** A condition of one half of the journal, and its values. */
export type Condition = { sql: string; values: Value[] }

/**
 * What differs between the halves of the journal. Sales are rows of `company_order` c, refunds of `company_refund` r; each is
 * walked by its own index from the newest entry on, and nothing is joined before a page is found.
 */
type Half = {
  /** What makes a row an entry at all. */
  is: string
  company: string
  at: string
  id: string
  order: string
  /** Its channel is one. */
  channel: string
  cash: string
  card: string
  provider: string
  /** It is of a company's member. */
  cashier: string
  /** It has some of these variants; named once for sales, twice for refunds. */
  goods: string
}

const SOLD_AT_DESK = "select from pos_sale s where s.order_id = c.order_id and s.deleted_at is null"

/** What a desk's order was paid with stands in its sale; one without a sale was brought over from elsewhere. */
const SALE: Half = {
  is: "c.paid_at is not null and c.deleted_at is null",
  company: "c.company_id",
  at: "c.paid_at",
  id: "c.id",
  order: "c.id",
  channel: "c.channel = ?",
  cash: `c.channel = 'pos' and exists (${SOLD_AT_DESK} and (s.cash_amount > 0 or s.card_amount = 0))`,
  card: "c.channel = 'pos' and c.order_id in (select s.order_id from pos_sale s where s.card_amount > 0 and s.company_id = ? and s.deleted_at is null)",
  provider: `c.paid_provider_id = ? and (c.channel = 'web' or not exists (${SOLD_AT_DESK}))`,
  cashier:
    "c.order_id in (select s.order_id from pos_sale s where s.member_id = ? and s.company_id = ? and s.deleted_at is null)",
  goods:
    "c.id in (select l.company_order_id from company_order_line l where l.variant_id = any(?) and l.deleted_at is null)",
}

const DESK = "select from pos_sale s where s.order_id = r.order_id and s.deleted_at is null"

/**
 * How money of a desk's sale s went back in a refund r: as the return says; without one an office gave it back, in cash unless
 * all of the sale had been paid by card. `finance/lib/facts-sql.ts` counts it so.
 */
export const BACK_BY = `coalesce(
  (select t.method from pos_return t where t.sale_id = s.id and t.refund_id = r.id and t.deleted_at is null order by t.id limit 1),
  case when s.cash_amount > 0 or s.card_amount = 0 then 'cash' else 'card' end)`

/** A refund is of the cashier who sold. */
const REFUND: Half = {
  is: "r.succeeded_at is not null and r.status = 'succeeded' and r.deleted_at is null",
  company: "r.company_id",
  at: "r.succeeded_at",
  id: "r.id",
  order: "r.company_order_id",
  channel: "exists (select from company_order o where o.id = r.company_order_id and o.channel = ?)",
  cash: `exists (${DESK} and ${BACK_BY} = 'cash')`,
  card: `exists (${DESK} and s.company_id = ? and ${BACK_BY} = 'card')`,
  provider: `r.provider_id = ? and (select true from pos_sale s where s.order_id = r.order_id and s.deleted_at is null limit 1) is null`,
  cashier: `exists (${DESK} and s.member_id = ? and s.company_id = ?)`,
  goods: `r.company_order_id in (select l.company_order_id from company_order_line l where l.variant_id = any(?) and l.deleted_at is null)
    and exists (select from jsonb_array_elements(r.lines) x join company_order_line l on l.id = x ->> 'company_order_line_id'
         where l.variant_id = any(?))`,
}

export const HALVES = { sale: SALE, refund: REFUND } as const

const DAY_STARTS = "?::date::timestamp at time zone 'Asia/Tashkent'"
const DAY_ENDS = "(?::date + 1)::timestamp at time zone 'Asia/Tashkent'"
const MOMENT = "timestamptz '1970-01-01 00:00:00+00' + ?::bigint * interval '1 microsecond'"

/**
 * The condition of a half of the journal.
 * @param found what `q` and `variant_id` mean; null without them
 * @param after only entries older than this one
 */
export function conditionOf(
  kind: keyof typeof HALVES,
  filter: SalesFilter,
  found: Found | null,
  after: Cursor | null
): Condition {
  const half = HALVES[kind]
  const parts: Part[] = [
    [`${half.company} = ?`, filter.company_id],
    [half.is],
    ...periodOf(half, filter),
    ...wayOf(half, filter),
    ...goodsOf(kind, half, filter, found),
    ...(after ? [[`(${half.at}, ${half.id}) < (${MOMENT}, ?)`, after.micros, after.id] as Part] : []),
  ]
  return {
    sql: parts.map(([sql]) => sql).join(" and "),
    values: parts.flatMap(([, ...values]) => values),
  }
}

function periodOf({ at }: Half, { from, to }: SalesFilter): Part[] {
  return [
    ...(from ? [[`${at} >= ${DAY_STARTS}`, from] as Part] : []),
    ...(to ? [[`${at} < ${DAY_ENDS}`, to] as Part] : []),
  ]
}

/** Where it was sold, how it was paid, and by whom it was sold. */
function wayOf(half: Half, { company_id, channel, payment, cashier_id }: SalesFilter): Part[] {
  const paid: Record<string, Part> = { pos_cash: [half.cash], pos_card: [half.card, company_id] }
  return [
    ...(channel ? [[half.channel, channel] as Part] : []),
    ...(payment ? [paid[payment] ?? ([half.provider, payment] as Part)] : []),
    ...(cashier_id ? [[half.cashier, cashier_id, company_id] as Part] : []),
  ]
}

function goodsOf(kind: keyof typeof HALVES, half: Half, filter: SalesFilter, found: Found | null): Part[] {
  const isNamed = filter.listing_id !== undefined || filter.variant_id !== undefined
  return [
    ...(isNamed ? [goodsAmong(kind, found!.named_ids)] : []),
    ...(filter.q ? [searchOf(kind, half, found!)] : []),
  ]
}

const goodsAmong = (kind: keyof typeof HALVES, ids: string[]): Part =>
  kind === "sale" ? [SALE.goods, ids] : [REFUND.goods, ids, ids]

/** Entries that a search means: by their own ids, by their goods, or by either; none where it means nothing. */
function searchOf(kind: keyof typeof HALVES, half: Half, found: Found): Part {
  const ways: Part[] = [
    ...(found.order_ids.length > 0 ? [[`${half.order} = any(?)`, found.order_ids] as Part] : []),
    ...(kind === "refund" && found.refund_ids.length > 0
      ? [["r.id = any(?)", found.refund_ids] as Part]
      : []),
    ...(found.variant_ids.length > 0 ? [goodsAmong(kind, found.variant_ids)] : []),
  ]
  const values = ways.flatMap(([, ...given]) => given)
  return [ways.length > 0 ? `(${ways.map(([sql]) => sql).join(" or ")})` : "false", ...values]
}

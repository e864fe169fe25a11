import { likePattern } from "../../../lib/search-text"
import { OrderStatus } from "../../../modules/order-group/lib/order-states"
import { normalizeShortCode } from "../../../modules/order-group/lib/short-code"

/** What a list of a company's orders is asked for. Days are those of Tashkent, both ends included. */
export type OrderFilter = {
  company_id: string
  /** Short code, telephone (its last four digits or more) or a part of the buyer's name. */
  q?: string
  phone?: string
  status?: OrderStatus[]
  channel?: "web" | "pos"
  from?: string
  to?: string
}

type Value = string | number | string[]

/** Fewer digits would fit half of a company's buyers. */
const PHONE_DIGITS = 4

/**
 * A search is answered by itself first, from the index that fits it: as one of many conditions, PostgreSQL would rather walk
 * all of the company's orders by their date until it has met enough.
 */
const FOUND = (condition: string) =>
  `select x.id from company_order x where x.company_id = ? and ${condition} and x.deleted_at is null`
const BY_CODE = FOUND("x.short_code = ?")
/** The expression of the table's index: last digits first. */
const BY_PHONE = FOUND(`reverse(regexp_replace(x.customer_phone, '\\D', '', 'g')) like ?`)
const AMONG = (...searches: string[]) => `c.id = any (array(${searches.join(" union ")}))`

/**
 * Orders of a checkout that has not come to its end don't exist yet. Those are a handful, found by the index of groups' states
 * once per statement, so that counting need not look at each order's group.
 */
const PLACED = `c.group_id <> all (array(select id from order_group where status = 'placing' and deleted_at is null))`

/** Condition of company_order c, and its values. Every part of it but the name is answered from an index. */
export function orderCondition(filter: OrderFilter): { condition: string; values: Value[] } {
  const parts: Array<[string, ...Value[]]> = [
    ["c.company_id = ?", filter.company_id],
    ["c.deleted_at is null"],
    [PLACED],
  ]
  if (filter.q) {
    parts.push(searchOf(filter.company_id, filter.q))
  }
  if (filter.phone) {
    parts.push([AMONG(BY_PHONE), filter.company_id, lastDigits(filter.phone)])
  }
  if (filter.status) {
    parts.push(
      filter.status.length === 1 ? ["c.status = ?", filter.status[0]] : ["c.status = any(?)", filter.status]
    )
  }
  if (filter.channel) {
    parts.push(["c.channel = ?", filter.channel])
  }
  if (filter.from) {
    parts.push(["c.created_at >= ?::date::timestamp at time zone 'Asia/Tashkent'", filter.from])
  }
  if (filter.to) {
    parts.push(["c.created_at < (?::date + 1)::timestamp at time zone 'Asia/Tashkent'", filter.to])
  }
  return {
    condition: parts.map(([part]) => part).join(" and "),
    values: parts.flatMap(([, ...values]) => values),
  }
}

function searchOf(companyId: string, q: string): [string, ...Value[]] {
  const digits = searchByDigits(companyId, q)
  return digits ? [AMONG(...digits.searches), ...digits.values] : ["c.customer_name ilike ?", likePattern(q)]
}

/** Statements that find ids of a company's orders by what may be a short code or a telephone; null for any other text. */
export function searchByDigits(
  companyId: string,
  q: string
): { searches: string[]; values: string[] } | null {
  if (!/^[+\d\s()-]+$/.test(q)) {
    return null
  }
  const code = [companyId, normalizeShortCode(q) ?? ""]
  return digitsOf(q).length < PHONE_DIGITS
    ? { searches: [BY_CODE], values: code }
    : { searches: [BY_CODE, BY_PHONE], values: [...code, companyId, lastDigits(q)] }
}

const digitsOf = (text: string) => text.replace(/\D/g, "")
const lastDigits = (phone: string) => `${[...digitsOf(phone)].reverse().join("")}%`

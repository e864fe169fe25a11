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

/** The expression of the table's index: last digits first. */
const PHONE = `reverse(regexp_replace(c.customer_phone, '\\D', '', 'g')) like ?`

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
    parts.push(searchOf(filter.q))
  }
  if (filter.phone) {
    parts.push([PHONE, lastDigits(filter.phone)])
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

function searchOf(q: string): [string, ...Value[]] {
  if (!/^[+\d\s()-]+$/.test(q)) {
    return ["c.customer_name ilike ?", likePattern(q)]
  }
  const code = normalizeShortCode(q) ?? ""
  return digitsOf(q).length < PHONE_DIGITS
    ? ["c.short_code = ?", code]
    : [`(c.short_code = ? or ${PHONE})`, code, lastDigits(q)]
}

const digitsOf = (text: string) => text.replace(/\D/g, "")
const lastDigits = (phone: string) => `${[...digitsOf(phone)].reverse().join("")}%`

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { ensureFacts } from "../facts"
import { ALWAYS, LocalText, NAME_OF, NO_CATEGORY } from "../lib/breakdown-names"
import { shareOf } from "../lib/share"
import { goodsFacts, Scope } from "./goods"

export const DIMENSIONS = ["category", "channel", "payment", "cashier", "hour", "weekday"] as const
export type Dimension = (typeof DIMENSIONS)[number] | "company"

type Wish = Scope & { by: Dimension; shows_cost: boolean }
type Row = {
  key: string
  name: string | null
  orders: number | null
  quantity: string
  revenue: string
  cost: string
}
type Statement = { sql: string; values: string[] }

const NET = `sum(quantity)::text as quantity, sum(sales - refunds)::text as revenue,
  sum(cost - refunded_cost)::text as cost`

/**
 * A period's sales by something: pieces as they were sold, money less what went back. Hours and weekdays are all there, in
 * order; the rest comes by revenue. One statement beside `ensureFacts`, whatever the period.
 */
export async function financeBreakdown(container: MedusaContainer, wish: Wish) {
  await ensureFacts(container, wish.company_id ? [wish.company_id] : null, wish.from, wish.to)
  const { sql, values } = STATEMENTS[wish.by](wish)
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(sql, values)
  const whole = MathBN.sum(0, ...rows.map(({ revenue }) => revenue))
  return { breakdown: complete(rows, wish.by).map((row) => present(row, wish, whole)) }
}

const bySlices = (scope: Wish): Statement =>
  ofDays("finance_slice", "key", scope, "and dimension = ?", [scope.by])

const STATEMENTS: Record<Dimension, (wish: Wish) => Statement> = {
  channel: bySlices,
  payment: bySlices,
  hour: bySlices,
  cashier: (wish) => named(bySlices(wish), CASHIER),
  weekday: (wish) => ofDays("finance_day", "extract(isodow from day)::text", wish),
  company: (wish) => named(ofDays("finance_day", "company_id", wish), COMPANY),
  category: byCategory,
}

function ofDays(table: string, key: string, scope: Scope, and = "", more: string[] = []): Statement {
  const company = scope.company_id ? "and company_id = ?" : ""
  return {
    sql: `select ${key} as key, null as name, sum(orders)::int as orders, ${NET} from ${table}
           where currency_code = ? ${company} and day between ?::date and ?::date ${and}
           group by 1 order by sum(sales - refunds) desc, 1`,
    values: [
      scope.currency_code,
      ...(scope.company_id ? [scope.company_id] : []),
      scope.from,
      scope.to,
      ...more,
    ],
  }
}

/** A member as the company's people know them; somebody who has gone still has a name. */
const CASHIER = `coalesce(
  (select coalesce(nullif(trim(concat_ws(' ', u.first_name, u.last_name)), ''), u.email)
     from company_member m join "user" u on u.id = m.user_id where m.id = b.key),
  (select h.member_name from pos_shift h where h.member_id = b.key order by h.opened_at desc limit 1))`
const COMPANY = "(select c.name from company c where c.id = b.key)"

const named = ({ sql, values }: Statement, name: string): Statement => ({
  sql: `select b.key, ${name} as name, b.orders, b.quantity, b.revenue, b.cost from (${sql}) b
         order by b.revenue::numeric desc, b.key`,
  values,
})

/** By where the goods stand now; delivery belongs to no category, and an order may be in several. */
function byCategory(wish: Wish): Statement {
  const facts = goodsFacts(wish)
  return {
    sql: `with sold as (
        select listing_id, ${NET} from (${facts.sql}) part group by listing_id)
      select coalesce(k.id, '') as key, max(k.name) as name, null as orders, sum(s.quantity::numeric)::text as quantity,
             sum(s.revenue::numeric)::text as revenue, sum(s.cost::numeric)::text as cost
        from sold s
        left join listing l on l.id = s.listing_id
        left join product_category k on k.deleted_at is null and k.id =
          (select min(p.product_category_id) from product_category_product p where p.product_id = l.product_id)
       group by k.id order by sum(s.revenue::numeric) desc, 1`,
    values: facts.values,
  }
}

const NOTHING = { name: null, orders: 0, quantity: "0", revenue: "0", cost: "0" }

function complete(rows: Row[], by: Dimension): Row[] {
  const found = new Map(rows.map((row) => [row.key, row]))
  return ALWAYS[by]?.map((key) => found.get(key) ?? { key, ...NOTHING }) ?? rows
}

function nameOf({ key, name }: Row, by: Dimension): string | LocalText {
  return NAME_OF[by]?.(key) ?? name ?? (by === "category" ? NO_CATEGORY : key)
}

function present(row: Row, { by, shows_cost }: Wish, whole: ReturnType<typeof MathBN.sum>) {
  const { key, orders, quantity, revenue, cost } = row
  // What a piece cost has nothing to do with how it was paid, and a sale may be paid in two ways.
  const hasCost = shows_cost && by !== "payment"
  return {
    key,
    name: nameOf(row, by),
    orders,
    quantity: Number(quantity),
    revenue: Number(revenue),
    ...(hasCost ? { cost: Number(cost), profit: MathBN.sub(revenue, cost).toNumber() } : {}),
    share: shareOf(revenue, whole),
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { orderCondition, OrderFilter } from "../lib/order-filter"
import { orderColumns, OrderRow, presentOrder } from "../lib/order-row"

type Page = OrderFilter & {
  shows_profit: boolean
  order: "created_at" | "-created_at"
  limit: number
  offset: number
}

/** Up to here a list is counted; beyond, PostgreSQL's own estimate has to do. */
export const COUNTED = 10_000

/**
 * A page of a company's orders: two statements, three above `COUNTED` orders, whatever the page holds. The page is found by
 * an index of `company_order` alone, and only its rows are joined.
 */
export async function listCompanyOrders(container: MedusaContainer, page: Page) {
  assertId(page.company_id, "company id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { statement, values } = pageStatement(page)
  const { rows } = await knex.raw<{ rows: OrderRow[] }>(statement, values)
  return { orders: rows.map(presentOrder), ...(await countOrders(container, page)) }
}

/** The statement of a page; the test asks PostgreSQL how it would run it. */
export function pageStatement(page: Page) {
  const { condition, values } = orderCondition(page)
  const way = page.order === "created_at" ? "asc" : "desc"
  const statement = `
    with page as materialized (
      select c.id from company_order c where ${condition}
       order by c.created_at ${way}, c.id ${way} limit ? offset ?)
    select ${orderColumns(page.shows_profit)}
      from page p
      join company_order c on c.id = p.id
      join order_group g on g.id = c.group_id
      join "order" o on o.id = c.order_id and o.deleted_at is null
     order by c.created_at ${way}, c.id ${way}`
  return { statement, values: [...values, page.limit, page.offset] }
}

/** Counting every order of a big company would cost more than its page. */
async function countOrders(container: MedusaContainer, filter: OrderFilter) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { condition, values } = orderCondition(filter)
  const { rows } = await knex.raw<{ rows: Array<{ count: number }> }>(
    `select count(*)::int as count from (select 1 from company_order c where ${condition} limit ${COUNTED + 1}) x`,
    values
  )
  if (rows[0].count <= COUNTED) {
    return { count: rows[0].count, count_is_estimate: false }
  }
  const { rows: plans } = await knex.raw<{ rows: Array<Record<string, Array<{ Plan: Plan }>>> }>(
    `explain (format json) select 1 from company_order c where ${condition}`,
    values
  )
  const [{ Plan }] = plans[0]["QUERY PLAN"]
  return { count: Math.max(COUNTED + 1, Plan["Plan Rows"]), count_is_estimate: true }
}

type Plan = { "Plan Rows": number }

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { Purchase, Right, rightOf } from "../../../modules/rating/lib/right"
import { ratingsOf } from "../ratings-of"

/** What somebody says how it was of: a company, or goods. */
export type Rated = { company_id: string } | { product_id: string }

/**
 * When the buyer of company_order `c` had the goods: at the desk at once; what was brought over from an older system counts
 * as finished on its own date.
 */
export const HAD_AT = `coalesce(c.delivered_at,
  case when c.channel = 'pos' then c.paid_at when c.is_legacy then coalesce(c.paid_at, c.created_at) end)`

const ORDERS = `from order_group g join company_order c on c.group_id = g.id and c.deleted_at is null`

const OF_COMPANY = `select c.id as company_order_id, c.status, ${HAD_AT} as delivered_at ${ORDERS}
  where g.customer_id = ? and g.deleted_at is null and c.company_id = ?`

const OF_PRODUCT = `select distinct on (c.id) c.id as company_order_id, c.status, ${HAD_AT} as delivered_at, l.variant_id, v.title as variant_title
  ${ORDERS} join company_order_line l on l.company_order_id = c.id and l.deleted_at is null
  left join product_variant v on v.id = l.variant_id
  where g.customer_id = ? and g.deleted_at is null
    and (v.product_id = ? or l.listing_id in (select id from listing where product_id = ?))
  order by c.id, l.id`

/** A customer's orders of a company, or of goods: one statement along the customer's own orders. */
export async function purchasesOf(
  container: MedusaContainer,
  customerId: string,
  rated: Rated
): Promise<Purchase[]> {
  assertId(customerId, "customer id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [statement, values] =
    "company_id" in rated
      ? [OF_COMPANY, [customerId, rated.company_id]]
      : [OF_PRODUCT, [customerId, rated.product_id, rated.product_id]]
  const { rows } = await knex.raw<{ rows: Purchase[] }>(statement, values)
  return rows
}

/** Condition on a company: a customer is one of its people, as far as their e-mail address or phone tells. */
export const WORKS_FOR = (customer: string, company: string) => `exists (
  select 1 from customer s where s.id = ${customer} and s.deleted_at is null and (
    exists (select 1 from company_member m where m.company_id = ${company} and lower(m.email) = lower(s.email)
               and m.status = 'active' and m.deleted_at is null)
    or exists (select 1 from company w where w.id = ${company} and w.phone = regexp_replace(s.phone, '[^+0-9]', '', 'g'))))`

async function worksFor(container: MedusaContainer, customerId: string, companyId: string): Promise<boolean> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ works: boolean }> }>(`select ${WORKS_FOR("?", "?")} as works`, [
      customerId,
      companyId,
      companyId,
    ])
  return rows[0].works
}

/**
 * The one check of ratings and reviews: by which purchase somebody may say how it was, or why not.
 * @param companyId whose goods they are; null for the market's own
 */
export async function purchaseOf(
  container: MedusaContainer,
  customerId: string,
  rated: Rated,
  companyId: string | null
): Promise<Right> {
  if (companyId !== null && (await worksFor(container, customerId, companyId))) {
    return { purchase: null, reason: "RATING_OWN_COMPANY" }
  }
  const { window_days } = ratingsOf(container).options.reviews
  return rightOf(await purchasesOf(container, customerId, rated), new Date(), window_days)
}

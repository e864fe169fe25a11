import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"

/**
 * Which companies and goods a shopper may know of (business rule 4): those of active public companies, and of active private
 * companies that have let them in. One place says it, for every list, count and look-up that goes by SQL.
 */

/**
 * Condition on company `c`: public, or one that has let the customer in. It says nothing of the company's status, and so
 * fits what somebody has bought there already.
 * @param customer SQL of the customer's id; a null of type text for a stranger
 */
export const openTo = (customer: string) => `(not c.is_private
    or exists (select 1 from company_access g where g.company_id = c.id and g.customer_id = ${customer}
                  and g.revoked_at is null and g.deleted_at is null))`

/** Condition on company `c`. @param customer SQL of the customer's id; `null::text` or a null parameter for a stranger */
export const visibleCompany = (customer: string) =>
  `(c.status = 'active' and c.deleted_at is null and ${openTo(customer)})`

/** Condition on product `p` with its listing `l` (left join) and company `c` (left join): the market's own goods have neither. */
export const visibleProduct = (customer: string) => `(p.status = 'published' and p.deleted_at is null
    and (l.id is null or (l.status = 'active' and l.is_visible and ${visibleCompany(customer)})))`

/** Joins that `visibleProduct` needs. */
export const PRODUCT_JOINS = `left join listing l on l.product_id = p.id and l.deleted_at is null
    left join company c on c.id = l.company_id and c.deleted_at is null`

export type VisibleProduct = { product_id: string; listing_id: string | null; company_id: string | null }

/**
 * A product that this shopper may see: one statement.
 * @throws {MedusaError} 404, alike for one that does not exist
 */
export async function requireVisibleProduct(
  container: MedusaContainer,
  productId: string,
  customerId: string | null
): Promise<VisibleProduct> {
  assertId(productId, "product id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: VisibleProduct[] }>(
      `select p.id as product_id, l.id as listing_id, c.id as company_id
         from product p ${PRODUCT_JOINS} where p.id = ? and ${visibleProduct("?")}`,
      [productId, customerId]
    )
  if (!rows[0]) {
    throw notFound("Product", productId)
  }
  return rows[0]
}

/**
 * A company that this shopper may see, by id or handle: one statement.
 * @throws {MedusaError} 404, alike for one that does not exist
 */
export async function requireVisibleCompany(
  container: MedusaContainer,
  idOrHandle: string,
  customerId: string | null
): Promise<{ id: string; is_private: boolean }> {
  assertId(idOrHandle, "company id or handle")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string; is_private: boolean }> }>(
      `select c.id, c.is_private from company c where (c.id = ? or c.handle = ?) and ${visibleCompany("?")} limit 1`,
      [idOrHandle, idOrHandle, customerId]
    )
  if (!rows[0]) {
    throw notFound("Company", idOrHandle)
  }
  return rows[0]
}

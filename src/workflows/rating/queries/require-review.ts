import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { SHOWN } from "../../../modules/rating/lib/content"
import { PRODUCT_JOINS, visibleCompany, visibleProduct } from "../../store/visibility"

type Wanted = { id: string; customer_id: string }

/** Product, listing and company of review `r`. */
export const REVIEW_JOINS = `join product p on p.id = r.product_id ${PRODUCT_JOINS}`

/** Somebody's own review `r`: also of goods that are no longer sold, but never of a company that is hidden from them. */
export const OWN = `r.customer_id = ? and r.deleted_at is null and (c.id is null or ${visibleCompany("r.customer_id")})`

async function requireReview(
  container: MedusaContainer,
  id: string,
  condition: string,
  customerId: string
): Promise<void> {
  assertId(id, "review id")
  assertId(customerId, "customer id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: unknown[] }>(
      `select 1 from product_review r ${REVIEW_JOINS} where r.id = ? and ${condition}`,
      [id, customerId]
    )
  if (rows.length === 0) {
    throw notFound("Review", id)
  }
}

/** A review that this customer wrote. @throws {MedusaError} 404 */
export const requireOwnReview = (container: MedusaContainer, { id, customer_id }: Wanted) =>
  requireReview(container, id, OWN, customer_id)

/** A review that this customer can see in the shop. @throws {MedusaError} 404 */
export const requireShownReview = (container: MedusaContainer, { id, customer_id }: Wanted) =>
  requireReview(container, id, `${SHOWN} and ${visibleProduct("?")}`, customer_id)

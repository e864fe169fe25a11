import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CheckoutErrors } from "../../../modules/order-group/errors"

/**
 * Refuses variants of hidden or archived listings and of companies that may not sell: one statement.
 * @throws {MedusaError} CHECKOUT_GOODS_GONE with their names
 */
export async function refuseUnsold(container: MedusaContainer, variantIds: string[]): Promise<void> {
  if (variantIds.length === 0) {
    return
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ name_uz: string }> }>(
      `select l.name_uz from listing_variant v
       join listing l on l.id = v.listing_id
       join company c on c.id = l.company_id
      where v.variant_id = any(?) and v.deleted_at is null
        and not (l.status = 'active' and l.is_visible and c.status = 'active')`,
      [variantIds]
    )
  if (rows.length > 0) {
    throw CheckoutErrors.goodsGone(rows.map(({ name_uz }) => name_uz))
  }
}

/**
 * Refuses a payment collection that belongs to a placed order, or to the cart that became it: one statement.
 * @throws {MedusaError} CHECKOUT_ALREADY_PLACED
 */
export async function refusePlaced(container: MedusaContainer, paymentCollectionId: string): Promise<void> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from company_order where payment_collection_id = ? and deleted_at is null union all
       select 1 from cart_payment_collection l join order_group g on g.cart_id = l.cart_id and g.deleted_at is null
        where l.payment_collection_id = ? and l.deleted_at is null limit 1`,
    [paymentCollectionId, paymentCollectionId]
  )
  if (rows.length > 0) {
    throw CheckoutErrors.alreadyPlaced()
  }
}

import { listShippingOptionsForCartWithPricingWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"

type SellerRow = { id: string; name: string; handle: string; shipping_profile_id: string; item_id: string }

/**
 * One entry per company in a cart: its items, its delivery options with their price for this cart, and the option that
 * the cart has chosen (`selected_option_id`). Choosing is Medusa's own `POST /store/carts/:id/shipping-methods`, once
 * per company: a second choice for the same company replaces its first.
 */
export async function listDeliveryOptions(container: MedusaContainer, cartId: string) {
  assertId(cartId, "cart id")
  const { data: carts } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["id", "shipping_methods.shipping_option_id"],
    filters: { id: cartId },
  })
  if (!carts[0]) {
    throw notFound("Cart", cartId)
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: SellerRow[] }>(
      `select c.id, c.name, c.handle, c.shipping_profile_id, i.id as item_id
       from cart_line_item i
       join listing_variant v on v.variant_id = i.variant_id and v.deleted_at is null
       join company c on c.id = v.company_id and c.deleted_at is null
      where i.cart_id = ? and i.deleted_at is null order by i.created_at, i.id`,
      [cartId]
    )
  const { result: options } = await listShippingOptionsForCartWithPricingWorkflow(container).run({
    input: { cart_id: cartId, is_return: false, enabled_in_store: true } as never,
  })
  const chosen = new Set((carts[0].shipping_methods as Chosen)?.map((method) => method?.shipping_option_id))
  return [...new Set(rows.map(({ id }) => id))].map((companyId) => {
    const own = rows.filter(({ id }) => id === companyId)
    const { id, name, handle, shipping_profile_id } = own[0]
    const shipping_options = (options as unknown as DeliveryOption[])
      .filter((option) => option.shipping_profile_id === shipping_profile_id)
      .map((option) => ({
        id: option.id,
        name: option.name,
        names: option.data?.names ?? { uz: option.name },
        type: option.type?.code ?? null,
        amount: option.calculated_price?.calculated_amount ?? null,
        free_from: option.data?.free_from ?? null,
      }))
      .sort(fetchingThenCheapest)
    return {
      company: { id, name, handle },
      item_ids: own.map(({ item_id }) => item_id),
      shipping_options,
      selected_option_id: shipping_options.find((option) => chosen.has(option.id))?.id ?? null,
    }
  })
}

type Offer = { id: string; type: string | null; amount: number | null }

/** Medusa answers them in no order of its own. */
function fetchingThenCheapest(a: Offer, b: Offer): number {
  const rank = ({ type }: Offer) => Number(type !== "pickup")
  return rank(a) - rank(b) || (a.amount ?? 0) - (b.amount ?? 0) || (a.id < b.id ? -1 : 1)
}

type DeliveryOption = {
  id: string
  name: string
  shipping_profile_id: string
  type?: { code: string }
  data?: { names?: Record<string, string | null>; free_from?: number | null } | null
  calculated_price?: { calculated_amount: number }
}

type Chosen = Array<{ shipping_option_id?: string | null } | null> | undefined

import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { openTo } from "../../store/visibility"
import { validateCheckout } from "../lib/validate"
import { CheckoutCart, SellerFacts, Sellers } from "../types"

/** Companies, costs and codes behind a cart's goods, and the profiles of its chosen deliveries, but for those
 * that are hidden from shoppers since: two statements. A private company sells to those who are in it, whoever asks. */
export const loadSellersStep = createStep(
  "load-sellers",
  async ({ cart }: { cart: CheckoutCart }, { container }) => {
    const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const variantIds = cart.items.flatMap(({ variant_id }) => (variant_id ? [variant_id] : []))
    const optionIds = (cart.shipping_methods ?? []).flatMap(({ shipping_option_id }) =>
      shipping_option_id ? [shipping_option_id] : []
    )
    const { rows: facts } = await knex.raw<{ rows: SellerFacts[] }>(
      `select v.variant_id, l.id as listing_id, c.id as company_id, c.name as company_name, c.status as company_status,
            (l.status = 'active' and l.is_visible and ${openTo("?")}) as is_sold, c.is_vat_payer, c.shipping_profile_id,
            c.commission_percent, v.cost, v.markup_percent, l.ikpu, l.package_code, l.vat_percent
       from listing_variant v
       join listing l on l.id = v.listing_id and l.deleted_at is null
       join company c on c.id = l.company_id and c.deleted_at is null
      where v.variant_id = any(?) and v.deleted_at is null`,
      [cart.customer?.id ?? null, variantIds]
    )
    const { rows: options } = await knex.raw<{ rows: Array<{ id: string; shipping_profile_id: string }> }>(
      `select id, shipping_profile_id from shipping_option o where id = any(?) and deleted_at is null
          and not exists (select 1 from shipping_option_rule r where r.shipping_option_id = o.id
            and r.attribute = 'enabled_in_store' and r.value #>> '{}' <> 'true' and r.deleted_at is null)`,
      [optionIds]
    )
    const sellers: Sellers = {
      variants: Object.fromEntries(facts.map((row) => [row.variant_id, row])),
      profiles: Object.fromEntries(options.map((row) => [row.id, row.shipping_profile_id])),
    }
    return new StepResponse(sellers)
  }
)

/** Refuses a cart that cannot become orders as it stands; see `validateCheckout`. */
export const validateCheckoutStep = createStep(
  "validate-checkout",
  async ({ cart, sellers }: { cart: CheckoutCart; sellers: Sellers }) => {
    validateCheckout(cart, sellers)
    return new StepResponse(undefined)
  }
)

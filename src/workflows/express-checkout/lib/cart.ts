import { decorateCartTotals, generateEntityId, MathBN } from "@medusajs/framework/utils"
import { deliveryPrice, termsOf } from "../../../lib/delivery-price"
import { ExpressErrors } from "../../../modules/order-group/express-errors"
import { CheckoutCart, Sellers } from "../../checkout/types"
import { Address, ExpressInput, GoodsFacts, OptionFacts } from "../types"
import { Checked } from "./check"

/** What the pricing module says of a price set. */
export type Price = {
  calculated_amount: number | null
  original_amount: number | null
  is_calculated_price_tax_inclusive: boolean
  calculated_price?: { price_list_type?: string | null } | null
}

/**
 * The cart that the long way would have made of a basket, in memory: the same lines from the same facts (core-flows 2.21.2,
 * `prepareLineItemData`), deliveries at their provider's price. Taxes and discounts come later.
 */
export function cartOf(input: ExpressInput, basket: Checked, prices: Price[], cartId: string): CheckoutCart {
  const { region, buyer, goods, options } = basket
  const items = input.items.map((item, index) => lineOf(item, goods[index], prices[index]))
  const address = input.shipping_address ?? (basket.country ? { country_code: basket.country } : null)
  return {
    id: cartId,
    metadata: input.metadata ?? null,
    currency_code: region.currency_code,
    email: input.email ?? buyer?.email ?? null,
    locale: input.locale ?? null,
    sales_channel_id: input.sales_channel_id,
    region_id: region.id,
    customer: buyer,
    shipping_address: address && addressOf(address),
    billing_address: input.billing_address ? addressOf(input.billing_address) : null,
    items,
    shipping_methods: options.map((option) => methodOf(option, items, region.currency_code)),
    credit_lines: [],
    promotions: [],
    payment_collection: null,
  } as unknown as CheckoutCart
}

function lineOf(item: ExpressInput["items"][number], goods: GoodsFacts, price: Price) {
  const { product } = goods
  const isSale = price.calculated_price?.price_list_type === "sale"
  const isCheaper = isSale && !MathBN.eq(price.original_amount ?? 0, price.calculated_amount ?? 0)
  return {
    id: generateEntityId(undefined, "cali"),
    quantity: item.quantity,
    title: product.title,
    subtitle: goods.title,
    thumbnail: goods.thumbnail ?? product.thumbnail,
    product_id: product.id,
    product_title: product.title,
    product_description: product.description,
    product_subtitle: product.subtitle,
    product_type: product.type,
    product_type_id: product.type ? product.type_id : null,
    product_collection: product.collection,
    product_handle: product.handle,
    variant_id: goods.id,
    variant_sku: goods.sku,
    variant_barcode: goods.barcode,
    variant_title: goods.title,
    variant_option_values: null,
    is_discountable: product.discountable,
    is_giftcard: product.is_giftcard,
    requires_shipping:
      product.shipping_profile_id !== null || goods.places.some(({ requires_shipping }) => requires_shipping),
    unit_price: price.calculated_amount,
    compare_at_unit_price: isCheaper ? price.original_amount : null,
    is_tax_inclusive: price.is_calculated_price_tax_inclusive,
    is_custom_price: false,
    metadata: item.metadata ?? {},
    tax_lines: [],
    adjustments: [],
    product: {
      id: product.id,
      is_giftcard: product.is_giftcard,
      collection_id: product.collection_id,
      categories: product.categories,
      tags: product.tags,
      type_id: product.type_id,
      weight: product.weight,
    },
    variant: {
      id: goods.id,
      ...goods.dimensions,
      manage_inventory: goods.manage_inventory,
      allow_backorder: goods.allow_backorder,
      product: {
        id: product.id,
        is_giftcard: product.is_giftcard,
        shipping_profile: product.shipping_profile_id ? { id: product.shipping_profile_id } : null,
      },
    },
  }
}

type Line = ReturnType<typeof lineOf>

function methodOf(option: OptionFacts, items: Line[], currency: string) {
  const own = items.filter(
    ({ variant }) => variant.product.shipping_profile?.id === option.shipping_profile_id
  )
  return {
    id: generateEntityId(undefined, "casm"),
    name: option.name,
    description: null,
    amount: deliveryPrice(termsOf(option.data), own, currency),
    is_tax_inclusive: true,
    shipping_option_id: option.id,
    shipping_option: { id: option.id, shipping_profile_id: option.shipping_profile_id },
    // What a storefront sends beside the choice is not believed (`CompanyDeliveryProvider`).
    data: { names: option.data?.names ?? null },
    metadata: null,
    tax_lines: [],
    adjustments: [],
  }
}

function addressOf(address: Address) {
  const { metadata = null, country_code, ...rest } = address
  return { ...rest, country_code: country_code?.toLowerCase() ?? null, metadata }
}

/** A cart with the totals that Medusa computes for it, as plain numbers, the way its queries answer them. */
export function withTotals(cart: CheckoutCart): CheckoutCart {
  return JSON.parse(JSON.stringify(decorateCartTotals(cart as never))) as CheckoutCart
}

/** The companies' side of a basket, as `loadSellersStep` reads it for a cart. */
export function sellersOf({ goods, options }: Checked): Sellers {
  return {
    variants: Object.fromEntries(goods.flatMap(({ id, seller }) => (seller ? [[id, seller]] : []))),
    profiles: Object.fromEntries(options.map(({ id, shipping_profile_id }) => [id, shipping_profile_id])),
  }
}

/** @throws {MedusaError} CHECKOUT_PRICE_MISSING */
export function refuseUnpriced(
  goods: GoodsFacts[],
  prices: Array<Price | undefined>
): asserts prices is Price[] {
  const missing = goods.filter((_, index) => (prices[index]?.calculated_amount ?? null) === null)
  if (missing.length > 0) {
    throw ExpressErrors.priceMissing([...new Set(missing.map(({ product }) => product.title))])
  }
}

import { CreateOrderDTO } from "@medusajs/framework/types"
import { defaultCurrencies, OrderStatus } from "@medusajs/framework/utils"
import { MARKET } from "../../../modules/order-group/lib/market"
import { CartPart, splitCart } from "../../../modules/order-group/lib/split-cart"
import { adjustmentsOf, CheckoutCart, CheckoutItem, CheckoutMethod, Sellers } from "../types"
import { requiresShipping } from "./validate"

export type Part = CartPart<CheckoutItem, CheckoutMethod>

/** A cart divided by company; `parts[i]` becomes `orders[i]`. */
export type CheckoutPlan = { parts: Part[]; orders: CreateOrderDTO[]; total: string }

/**
 * Divides a cart by company and shapes each part as Medusa's order module takes it. Every order carries its group and
 * company in `metadata`, by which a crashed checkout is cleaned up and orders are told apart.
 */
export function planCheckout(cart: CheckoutCart, sellers: Sellers, groupId: string): CheckoutPlan {
  // So'm have no decimals in Medusa's list of currencies; amounts of a checkout are whole in what the list says.
  const digits = defaultCurrencies[cart.currency_code.toUpperCase()]?.decimal_digits ?? 2
  const companyByProfile = new Map(
    Object.values(sellers.variants).map(({ shipping_profile_id, company_id }) => [
      shipping_profile_id,
      company_id,
    ])
  )
  const parts = splitCart<CheckoutItem, CheckoutMethod>(
    { ...cart, credit_lines: cart.credit_lines ?? [] },
    {
      item: ({ variant_id }) => sellers.variants[variant_id ?? ""]?.company_id ?? MARKET,
      method: ({ shipping_option_id }) =>
        companyByProfile.get(sellers.profiles[shipping_option_id ?? ""] ?? null) ?? null,
    },
    digits
  )
  const total = parts.reduce((sum, part) => sum + BigInt(Math.round(Number(part.total) * 10 ** digits)), 0n)
  return {
    parts,
    orders: parts.map((part) => orderOf(cart, part, groupId)),
    total: (Number(total) / 10 ** digits).toFixed(digits),
  }
}

function orderOf(cart: CheckoutCart, part: Part, groupId: string): CreateOrderDTO {
  const adjustments = adjustmentsOf([...part.items, ...part.shipping_methods])
  const dearest = part.items.reduce((most, item) =>
    Number(item.total ?? 0) > Number(most.total ?? 0) ? item : most
  )
  return {
    region_id: cart.region_id,
    customer_id: cart.customer?.id,
    sales_channel_id: cart.sales_channel_id,
    status: OrderStatus.PENDING,
    email: cart.email,
    currency_code: cart.currency_code,
    locale: cart.locale ?? undefined,
    shipping_address: withoutId(cart.shipping_address),
    billing_address: withoutId(cart.billing_address),
    no_notification: false,
    items: part.items.map((item) => lineOf(item, item === dearest ? part.rounding : "0")),
    shipping_methods: part.shipping_methods.map((method) => ({
      name: method.name,
      description: method.description,
      amount: (method as { raw_amount?: unknown }).raw_amount ?? method.amount,
      is_tax_inclusive: method.is_tax_inclusive,
      shipping_option_id: method.shipping_option_id,
      data: method.data,
      metadata: method.metadata,
      tax_lines: taxLines(method.tax_lines),
      adjustments: adjustmentLines(method.adjustments),
    })),
    metadata: { ...withoutHash(cart.metadata ?? {}), order_group_id: groupId, company_id: part.company_id },
    promo_codes: [...new Set(adjustments.flatMap(({ code }) => (code ? [code] : [])))],
    credit_lines: part.credit_lines,
  } as unknown as CreateOrderDTO
}

/** By the hash a cart tells which basket in one call it was made of; no order needs it. */
const withoutHash = ({ checkout_hash: _, ...metadata }: Record<string, unknown>) => metadata

/**
 * `cart_line_id` in the line's metadata is how the frozen facts find the order line that Medusa makes. What is missing
 * to whole so'm comes off the dearest line as one more discount: Medusa's totals follow an adjustment exactly, while
 * they take a credit line of less than one so'm for nothing.
 */
function lineOf(item: CheckoutItem, rounding: string) {
  return {
    quantity: item.quantity,
    title: item.title,
    subtitle: item.subtitle,
    thumbnail: item.thumbnail,
    product_id: item.product_id,
    product_title: item.product_title,
    product_description: item.product_description,
    product_subtitle: item.product_subtitle,
    product_type: item.product_type,
    product_type_id: (item as { product_type_id?: string | null }).product_type_id ?? null,
    product_collection: item.product_collection,
    product_handle: item.product_handle,
    variant_id: item.variant_id,
    variant_sku: item.variant_sku,
    variant_barcode: item.variant_barcode,
    variant_title: item.variant_title,
    variant_option_values: item.variant_option_values,
    is_discountable: item.is_discountable,
    is_giftcard: item.variant?.product?.is_giftcard ?? false,
    requires_shipping: requiresShipping(item),
    unit_price: item.unit_price,
    compare_at_unit_price: item.compare_at_unit_price,
    is_tax_inclusive: !!item.is_tax_inclusive,
    is_custom_price: (item as { is_custom_price?: boolean }).is_custom_price,
    metadata: { ...item.metadata, cart_line_id: item.id },
    tax_lines: taxLines(item.tax_lines),
    adjustments: [
      ...adjustmentLines(item.adjustments),
      ...(Number(rounding) === 0
        ? []
        : [{ amount: rounding, description: "rounding", is_tax_inclusive: true }]),
    ],
  }
}

function taxLines(lines: CheckoutItem["tax_lines"]) {
  return (lines ?? []).map((line) => ({
    description: line.description,
    tax_rate_id: line.tax_rate_id,
    code: line.code,
    rate: line.rate,
    provider_id: line.provider_id,
    metadata: line.metadata ?? null,
    data: line.data ?? null,
  }))
}

function adjustmentLines(lines: CheckoutItem["adjustments"]) {
  return (lines ?? []).map((line) => ({
    code: line.code,
    amount: line.amount,
    description: line.description,
    promotion_id: line.promotion_id,
    provider_id: line.provider_id,
    is_tax_inclusive: line.is_tax_inclusive,
  }))
}

function withoutId<T extends { id?: string }>(address: T | null | undefined): Omit<T, "id"> | null {
  if (!address) {
    return null
  }
  const { id: _, ...rest } = address
  return rest
}

import { CartDTO, CartLineItemDTO, CartShippingMethodDTO, PaymentSessionDTO } from "@medusajs/framework/types"
import { CompanyStatus } from "../../modules/company/lib/status"

type InventoryLink = {
  inventory_item_id: string
  required_quantity: number
  inventory?: {
    requires_shipping?: boolean
    location_levels?: Array<{
      location_id: string
      stock_locations?: Array<{ sales_channels?: Array<{ id: string }> }>
    }>
  }
}

export type CheckoutVariant = {
  id: string
  manage_inventory: boolean
  allow_backorder: boolean
  product?: { id: string; is_giftcard?: boolean; shipping_profile?: { id: string } | null }
  inventory_items?: InventoryLink[]
}

type Adjustment = {
  amount: number
  code?: string
  description?: string
  promotion_id?: string
  provider_id?: string
  is_tax_inclusive?: boolean
}

type TaxLine = {
  description?: string
  tax_rate_id?: string
  code: string
  rate: number
  provider_id?: string
  metadata?: Record<string, unknown> | null
  data?: Record<string, unknown> | null
}

/** What hangs on an item and on a delivery alike. */
type Charges = { adjustments?: Adjustment[]; tax_lines?: TaxLine[] }

export type CheckoutItem = Omit<CartLineItemDTO, keyof Charges> &
  Charges & { variant?: CheckoutVariant | null }
export type CheckoutMethod = Omit<CartShippingMethodDTO, keyof Charges> & Charges

/** Every discount in a list of items and deliveries. */
export function adjustmentsOf(rows: Charges[]): Adjustment[] {
  return rows.flatMap(({ adjustments }) => adjustments ?? [])
}

/** A cart with everything of `CHECKOUT_CART_FIELDS`. */
export type CheckoutCart = Omit<CartDTO, "items" | "shipping_methods" | "credit_lines"> & {
  items: CheckoutItem[]
  shipping_methods: CheckoutMethod[]
  credit_lines?: Array<{ amount: number; reference: string | null; reference_id: string | null }>
  customer?: { id: string; email?: string } | null
  promotions?: Array<{ id: string }>
  payment_collection?: { id: string; payment_sessions?: PaymentSessionDTO[] } | null
  locale?: string | null
}

/** The company's side of a variant in a cart, as it stands at the moment of ordering. */
export type SellerFacts = {
  variant_id: string
  listing_id: string
  company_id: string
  company_name: string
  company_status: CompanyStatus
  is_sold: boolean
  is_vat_payer: boolean
  shipping_profile_id: string | null
  commission_percent: string | null
  cost: string
  markup_percent: string
  ikpu: string | null
  package_code: string | null
  vat_percent: string | null
}

export type Sellers = {
  /** By variant id; a variant of no company is missing. */
  variants: Record<string, SellerFacts>
  /** Shipping profile by shipping option id. */
  profiles: Record<string, string>
}

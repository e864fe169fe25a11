import { SellerFacts } from "../checkout/types"

export type Address = Partial<
  Record<
    | "first_name"
    | "last_name"
    | "phone"
    | "company"
    | "address_1"
    | "address_2"
    | "city"
    | "country_code"
    | "province"
    | "postal_code",
    string | null
  >
> & { metadata?: Record<string, unknown> | null }

/** A basket as a storefront sends it, with what the request says of its sender. */
export type ExpressInput = {
  /** The signed-in customer. */
  customer_id: string | null
  /** The browser, when it says which it is; no part of what is ordered. */
  visitor_id: string | null
  sales_channel_id: string
  items: Array<{ variant_id: string; quantity: number; metadata?: Record<string, unknown> | null }>
  email?: string
  region_id?: string
  currency_code?: string
  shipping_address?: Address
  billing_address?: Address
  /** `data` is for providers of a host's; a company's delivery believes none. */
  delivery: Array<{ shipping_option_id: string; company_id?: string; data?: Record<string, unknown> }>
  promo_codes: string[]
  payment?: { provider_id: string; data?: Record<string, unknown> }
  locale?: string
  metadata?: Record<string, unknown> | null
  /** What the shopper was shown; anything else is refused. */
  expected_total?: number
}

/** A variant with everything that a line, its price, its stock and its company need. */
export type GoodsFacts = {
  id: string
  title: string | null
  sku: string | null
  barcode: string | null
  thumbnail: string | null
  manage_inventory: boolean
  allow_backorder: boolean
  dimensions: Record<string, unknown>
  product: {
    id: string
    title: string
    subtitle: string | null
    description: string | null
    handle: string
    status: string
    thumbnail: string | null
    discountable: boolean
    is_giftcard: boolean
    collection_id: string | null
    type_id: string | null
    type: string | null
    collection: string | null
    weight: string | null
    categories: Array<{ id: string }>
    tags: Array<{ id: string }>
    shipping_profile_id: string | null
  }
  price_set_id: string | null
  /** Some price of it depends on the quantity. */
  has_tiers: boolean
  places: Array<{
    inventory_item_id: string
    required_quantity: number
    requires_shipping: boolean
    /** Where the sales channel sells it from. */
    locations: string[]
  }>
  seller: SellerFacts | null
}

export type OptionFacts = {
  id: string
  name: string
  price_type: string
  provider_id: string
  data: Record<string, unknown> | null
  shipping_profile_id: string
  company_id: string | null
  /** Sold from a location of the sales channel. */
  is_reachable: boolean
  zones: Array<{ type: string; country_code: string }>
  rules: Array<{ attribute: string; operator: string; value: unknown }>
}

export type RegionFacts = {
  id: string
  name: string
  currency_code: string
  automatic_taxes: boolean
  metadata: Record<string, unknown> | null
  countries: string[]
  providers: string[]
}

export type BuyerFacts = {
  id: string
  email: string | null
  has_account: boolean
  metadata: Record<string, unknown> | null
  groups: Array<{ id: string }>
  /** Not there yet: a guest who orders for the first time. */
  is_new?: boolean
}

/** What the database knows of a basket. */
export type Facts = {
  region: RegionFacts | null
  buyer: BuyerFacts | null
  channel: { id: string; name: string; is_disabled: boolean } | null
  variants: GoodsFacts[]
  options: OptionFacts[]
  /** Of the codes that were sent, those that exist. */
  codes: string[]
  has_automatic: boolean
  has_taxes: boolean
  /** Short codes that companies of the basket have given already, of those drawn. */
  taken: Array<{ company_id: string; short_code: string }>
  /** What became of an earlier call with the same key. */
  placed: { id: string; status: string; hash: string | null } | null
}

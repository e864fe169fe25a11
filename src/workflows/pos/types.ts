import { Permission } from "../../modules/company/lib/permissions"
import { Goods } from "../../modules/pos/types"

/** Who stands at the cash desk; everything of it comes from the membership. */
export type Seller = {
  company_id: string
  member_id: string
  user_id: string
  permissions: readonly Permission[]
}

/** The company's side of a sale. */
export type Shop = {
  id: string
  is_selling: boolean
  stock_location_id: string | null
  commission_percent: string | null
  is_vat_payer: boolean
}

/** Goods with everything that an order of them freezes; never answered as it is. */
export type DeskGoods = Goods & {
  listing_id: string
  product_id: string
  product_title: string
  product_handle: string | null
  thumbnail: string | null
  variant_title: string | null
  variant_sku: string | null
  barcode: string | null
  cost: string
  markup_percent: string
  ikpu: string | null
  package_code: string | null
  vat_percent: string | null
  /** Where the pieces are taken from; empty for goods that are not counted. */
  places: Array<{ inventory_item_id: string; required: number }>
  allow_backorder: boolean
}

/** A claimed sale as its rows say. */
export type ClaimedSale = {
  id: string
  company_id: string
  shift_id: string
  client_id: string
  fingerprint: string
  status: "placing" | "done" | "review" | "dropped"
  is_offline: boolean
  sold_at: Date
  customer_phone: string | null
  order_id: string
  group_id: string
  created_by: string | null
  settle_action: "force" | "drop" | null
  settle_note: string | null
  settled_by: string | null
  discount: number
  total: number
  cash_amount: number
  lines: ClaimedLine[]
}

export type ClaimedLine = {
  id: string
  listing_variant_id: string
  variant_id: string
  title: string
  quantity: number
  unit_price: number
  discount: number
  total: number
}

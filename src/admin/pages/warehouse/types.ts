/** What `/merchant/listings` answers. Cost and markup are absent for people who may not see them. */

export type StockState = "in" | "low" | "urgent" | "out"
export type Names = { uz: string; ru?: string | null; en?: string | null }

export type Variant = {
  id: string
  variant_id: string
  title: string
  /** Option title → value; empty for goods of one kind. */
  options: Record<string, string>
  price: number
  cost?: number
  markup_percent?: number
  markup_amount?: number
  barcode: string | null
  shop_code: string | null
  /** Pieces on the shelf, of them promised to orders, and left to sell. */
  stocked: number
  reserved: number
  available: number
  low_stock: number
  stock_state: StockState
}

export type Listing = {
  id: string
  name: Names
  description: string | null
  thumbnail: string | null
  category_id: string | null
  category_name: string | null
  is_visible: boolean
  status: "active" | "archived"
  ikpu: string | null
  package_code: string | null
  vat_percent: number | null
  stocked: number
  available: number
  variants: Variant[]
}

export type Image = { url: string; thumbnail_url: string | null }
export type Option = { title: string; values: string[] }
export type ListingDetail = Listing & { images: Image[]; options: Option[] }

export type Category = { id: string; name: string; parent_id: string | null; path: string[]; depth: number }

export type ListingsPage = { listings: Listing[]; count: number; offset: number; limit: number }
export type BulkAnswer = { updated: number; failed: Array<{ id: string; code: string; message: string }> }

/** A text in the market's three languages. */
export type Texts = { uz: string; ru: string; en: string }

/** A mark on goods or companies, as shoppers see it. */
export type Label = { code: string; text: Texts }

/** What a document is made of: goods with everything around them, except prices and stock. */
export type Goods = {
  id: string
  title: string
  subtitle: string | null
  description: string | null
  handle: string
  thumbnail: string | null
  is_giftcard: boolean
  discountable: boolean
  collection_id: string | null
  type_id: string | null
  weight: number | null
  length: number | null
  height: number | null
  width: number | null
  hs_code: string | null
  origin_country: string | null
  mid_code: string | null
  material: string | null
  created_at: Date
  updated_at: Date
  images: Array<{ id: string; url: string; rank: number }>
  tags: Array<{ id: string; value: string }>
  type: { id: string; value: string } | null
  collection: { id: string; title: string; handle: string } | null
  categories: Array<{ id: string; name: string; handle: string }>
  /** Those categories with everything above them. */
  category_ids: string[]
  options: Array<{ id: string; title: string; values: Array<{ id: string; value: string }> }>
  variants: GoodsVariant[]
  channels: string[]
  names: { uz: string; ru: string | null; en: string | null } | null
  company: { id: string; name: string; handle: string; average: number | null; count: number } | null
  rating_average: number | null
  rating_count: number
  rating_score: number
  like_count: number
  sold_count: number
}

export type GoodsVariant = {
  id: string
  title: string
  sku: string | null
  barcode: string | null
  ean: string | null
  upc: string | null
  manage_inventory: boolean
  allow_backorder: boolean
  variant_rank: number | null
  options: Array<{ id: string; value: string; option: { id: string; title: string } }>
}

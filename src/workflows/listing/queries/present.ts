import { MathBN } from "@medusajs/framework/utils"

export type ListingRow = {
  id: string
  product_id: string
  name_uz: string
  name_ru: string | null
  name_en: string | null
  is_visible: boolean
  status: "active" | "archived"
  ikpu: string | null
  package_code: string | null
  vat_percent: string | null
  created_at: Date
  updated_at: Date
  handle: string
  description: string | null
  thumbnail: string | null
  category_id: string | null
}

/** Numbers of PostgreSQL arrive as decimal text. */
export type VariantRow = {
  id: string
  listing_id: string
  variant_id: string
  title: string
  cost: string
  markup_percent: string
  price: string
  barcode: string | null
  shop_code: string | null
  stocked: string
  reserved: string
}

/** What a company reads of its own listing; cost and markup only for those whose role shows them. */
export function presentListing(row: ListingRow, variants: VariantRow[], showsCost: boolean) {
  const own = variants
    .filter(({ listing_id }) => listing_id === row.id)
    .map((v) => presentVariant(v, showsCost))
  const { name_uz, name_ru, name_en, vat_percent, ...rest } = row
  return {
    ...rest,
    name: { uz: name_uz, ru: name_ru, en: name_en },
    vat_percent: vat_percent === null ? null : Number(vat_percent),
    stocked: own.reduce((sum, { stocked }) => sum + stocked, 0),
    available: own.reduce((sum, { available }) => sum + available, 0),
    variants: own,
  }
}

function presentVariant(row: VariantRow, showsCost: boolean) {
  const { listing_id: _, cost, markup_percent, price, stocked, reserved, ...rest } = row
  return {
    ...rest,
    price: Number(price),
    ...(showsCost
      ? {
          cost: Number(cost),
          markup_percent: Number(markup_percent),
          markup_amount: MathBN.sub(price, cost).toNumber(),
        }
      : {}),
    stocked: Number(stocked),
    reserved: Number(reserved),
    available: Number(stocked) - Number(reserved),
  }
}

import { MathBN } from "@medusajs/framework/utils"
import { LOW_STOCK, stockState } from "../../../modules/listing/lib/low-stock"
import { SINGLE_OPTION } from "../../../modules/listing/lib/draft"

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
  category_name: string | null
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
  low_stock: number | null
  stocked: string
  reserved: string
  options: Record<string, string> | null
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
  const { listing_id: _, cost, markup_percent, price, stocked, reserved, options, ...rest } = row
  const available = Number(stocked) - Number(reserved)
  const low_stock = row.low_stock ?? LOW_STOCK
  return {
    ...rest,
    options: shownOptions(options),
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
    available,
    low_stock,
    stock_state: stockState(available, low_stock),
  }
}

/** Nobody is shown the option that goods of one kind have only because Medusa wants one. */
function shownOptions(options: Record<string, string> | null): Record<string, string> {
  const entries = Object.entries(options ?? {})
  const isHidden =
    entries.length === 1 && entries[0][0] === SINGLE_OPTION.title && entries[0][1] === SINGLE_OPTION.value
  return isHidden ? {} : Object.fromEntries(entries)
}

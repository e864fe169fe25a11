import { CategoryRow } from "../../listing/queries/categories"

/** A variant of the company's as it stands; numbers are numbers here, money in so'm. */
export type KnownVariant = {
  id: string
  variant_id: string
  title: string
  cost: number
  markup_percent: number
  price: number
  barcode: string | null
  shop_code: string | null
  stocked: number
  reserved: number
  /** Empty for goods of one kind. */
  options: Record<string, string>
}

/** Goods of the company as they stand. */
export type KnownListing = {
  id: string
  product_id: string
  name_uz: string
  name_ru: string | null
  name_en: string | null
  is_visible: boolean
  ikpu: string | null
  package_code: string | null
  vat_percent: number | null
  description: string | null
  category_id: string | null
  images: string[]
  variants: KnownVariant[]
}

export type Match = { listing: KnownListing; variant: KnownVariant }

/** Goods that rows may be about, by everything a row can name them with. */
export type Known = {
  byId: Map<string, Match>
  byBarcode: Map<string, Match>
  byShopCode: Map<string, Match>
  byName: Map<string, KnownListing[]>
}

/** Puts goods where rows look for them. */
export function indexKnown(listings: KnownListing[]): Known {
  const known: Known = { byId: new Map(), byBarcode: new Map(), byShopCode: new Map(), byName: new Map() }
  for (const listing of listings) {
    known.byName.set(listing.name_uz, [...(known.byName.get(listing.name_uz) ?? []), listing])
    for (const variant of listing.variants) {
      const match = { listing, variant }
      known.byId.set(variant.id, match)
      if (variant.barcode) {
        known.byBarcode.set(variant.barcode, match)
      }
      if (variant.shop_code) {
        known.byShopCode.set(variant.shop_code, match)
      }
    }
  }
  return known
}

/** Categories by what people write: an id, a path ("Oziq-ovqat / Choy") or a name that only one has. */
export type Categories = Map<string, string | "several">

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['`´ʻʼ‘’]/g, "")
    .replace(/\s*[/>»]\s*/g, "/")
    .replace(/\s+/g, " ")
    .trim()

export function indexCategories(rows: CategoryRow[]): Categories {
  const found: Categories = new Map()
  for (const { id, name } of rows) {
    found.set(plain(name), found.has(plain(name)) ? "several" : id)
  }
  for (const { id, path } of rows) {
    if (path.length > 1 || found.get(plain(path[0])) === "several") {
      found.set(plain(path.join("/")), id)
    }
  }
  for (const { id } of rows) {
    found.set(plain(id), id)
  }
  return found
}

/** Id of the category that a text names; undefined for none, "several" for a name that many have. */
export function findCategory(categories: Categories, text: string): string | undefined {
  return categories.get(plain(text))
}

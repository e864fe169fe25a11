import { RowError } from "../../../modules/exchange/lib/parse-row"
import { optionsKey } from "./match"
import { Categories, findCategory, KnownListing, KnownVariant, Match } from "./known"
import { pricePartsOf } from "./price"
import { ParsedRow } from "./plan"

/** What changes of goods as a whole, and of the row's own variant. */
export type RowChanges = {
  listing: Partial<
    Pick<
      KnownListing,
      | "name_uz"
      | "name_ru"
      | "name_en"
      | "is_visible"
      | "ikpu"
      | "package_code"
      | "vat_percent"
      | "description"
      | "category_id"
      | "images"
    >
  >
  variant: Partial<Pick<KnownVariant, "cost" | "markup_percent" | "barcode" | "shop_code">> & {
    stock?: number
  }
}

const PLAIN = [
  "name_uz",
  "name_ru",
  "name_en",
  "is_visible",
  "ikpu",
  "package_code",
  "vat_percent",
  "description",
] as const

/** Facts of goods that a row names; an empty cell names nothing, a cleared one null. */
export function listingFacts(
  row: ParsedRow,
  categories: Categories
): { facts: RowChanges["listing"]; errors: RowError[] } {
  const { values } = row
  const facts: Record<string, unknown> = {}
  const errors: RowError[] = []
  for (const field of PLAIN) {
    if (values[field] !== undefined) {
      facts[field] = values[field]
    }
  }
  if (values.images !== undefined) {
    facts.images = values.images ?? []
  }
  if (values.category === null) {
    facts.category_id = null
  } else if (values.category !== undefined) {
    const id = findCategory(categories, values.category)
    if (!id || id === "several") {
      const code = id ? "several_categories" : "unknown_category"
      errors.push({ field: "category", code, params: { name: values.category } })
    } else {
      facts.category_id = id
    }
  }
  return { facts: facts as RowChanges["listing"], errors }
}

/** What a row changes of the goods it is about: only what differs from what stands. */
export function changesOf(
  row: ParsedRow,
  { listing, variant }: Match,
  categories: Categories
): { changes: RowChanges; errors: RowError[] } {
  const { values } = row
  const { facts, errors } = listingFacts(row, categories)
  const changes: RowChanges = { listing: differing(facts, standing(listing)), variant: {} }
  if (values.options && optionsKey(values.options) !== optionsKey(variant.options)) {
    errors.push({ field: "options", code: "options_fixed" })
  }
  if (values.cost !== undefined || values.markup_percent !== undefined || values.price !== undefined) {
    const price = pricePartsOf(values, variant)
    if ("error" in price) {
      errors.push(price.error)
    } else {
      Object.assign(changes.variant, differing(price.parts, variant))
    }
  }
  if (values.stock !== undefined && values.stock < variant.reserved) {
    errors.push({ field: "stock", code: "stock_reserved", params: { reserved: variant.reserved } })
  } else if (values.stock !== undefined && values.stock !== variant.stocked) {
    changes.variant.stock = values.stock
  }
  const { barcode, shop_code } = values
  Object.assign(changes.variant, differing({ barcode, shop_code }, variant))
  return { changes, errors }
}

/** A product without a description says so with an empty text or with nothing. */
const standing = (listing: KnownListing) => ({ ...listing, description: listing.description || null })

function differing<T extends object>(wanted: T, standing: object): T {
  const current = standing as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(current[key] ?? null)
    )
  ) as T
}

import { Language } from "../../../documents"
import { Cell, COST_FIELDS, Field, FIELDS } from "../../../modules/exchange/lib/fields"
import { HEADERS, WORDS } from "./headers"
import { KnownListing, KnownVariant } from "./known"

/** Columns of an export, for those who may see cost and for those who may not. */
export function exportFields(showsCost: boolean): Field[] {
  return FIELDS.filter((field) => showsCost || !COST_FIELDS.includes(field))
}

export function headerLine(fields: Field[], language: Language): string[] {
  return fields.map((field) => HEADERS[language][field])
}

/** One row per variant, with exactly what an import reads. */
export function exportRows(
  listing: KnownListing,
  fields: Field[],
  context: { language: Language; categoryPaths: Map<string, string> }
): Cell[][] {
  const isMany = listing.variants.some(({ options }) => Object.keys(options).length > 0)
  return listing.variants.map((variant) => {
    const cells: Record<Field, Cell | null> = {
      ...cellsOf(listing, context),
      ...cellsOfVariant(variant),
      group: isMany ? listing.id : null,
    }
    return fields.map((field) => cells[field] ?? "")
  })
}

function cellsOf(
  listing: KnownListing,
  { language, categoryPaths }: { language: Language; categoryPaths: Map<string, string> }
) {
  const { yes, no } = WORDS[language]
  return {
    name_uz: listing.name_uz,
    name_ru: listing.name_ru,
    name_en: listing.name_en,
    category: listing.category_id && (categoryPaths.get(listing.category_id) ?? listing.category_id),
    is_visible: listing.is_visible ? yes : no,
    ikpu: listing.ikpu,
    package_code: listing.package_code,
    vat_percent: listing.vat_percent,
    description: listing.description,
    images: listing.images.join("\n"),
  }
}

function cellsOfVariant(variant: KnownVariant) {
  return {
    id: variant.id,
    cost: variant.cost,
    markup_percent: variant.markup_percent,
    price: variant.price,
    barcode: variant.barcode,
    shop_code: variant.shop_code,
    stock: variant.stocked,
    options: Object.entries(variant.options)
      .map(([title, value]) => `${title}: ${value}`)
      .join("; "),
    variant_title: variant.title,
  }
}

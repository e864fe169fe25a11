import { RowError, RowValues } from "../../../modules/exchange/lib/parse-row"
import { Known, Match } from "./known"

/** One text of options, whatever their order. */
export function optionsKey(options: Record<string, string> | undefined): string {
  return Object.entries(options ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, value]) => `${title}=${value}`)
    .join(";")
}

/**
 * Which of the company's goods a row is about: by id, else by barcode or shop code, else (a row without any) by name and
 * kind; nothing found means that the row makes new goods.
 */
export function findMatch(values: RowValues, known: Known): { match?: Match } | { error: RowError } {
  const { id, barcode, shop_code } = values
  if (id) {
    const match = known.byId.get(id)
    const other = [
      barcode && known.byBarcode.get(barcode),
      shop_code && known.byShopCode.get(shop_code),
    ].find((found) => found && found.variant !== match?.variant)
    return match
      ? other
        ? { error: codesDiffer }
        : { match }
      : { error: { field: "id", code: "unknown_id" } }
  }
  const byBarcode = barcode ? known.byBarcode.get(barcode) : undefined
  const byShopCode = shop_code ? known.byShopCode.get(shop_code) : undefined
  if (byBarcode && byShopCode && byBarcode.variant !== byShopCode.variant) {
    return { error: codesDiffer }
  }
  if (byBarcode || byShopCode) {
    return { match: byBarcode ?? byShopCode }
  }
  return barcode || shop_code ? newKindOr(values, known) : byName(values, known)
}

const codesDiffer: RowError = { field: "barcode", code: "codes_differ" }

function byName(values: RowValues, known: Known): { match?: Match } | { error: RowError } {
  const listings = known.byName.get(values.name_uz ?? "") ?? []
  const all = listings.flatMap((listing) => listing.variants.map((variant) => ({ listing, variant })))
  const alike = values.options
    ? all.filter(({ variant }) => optionsKey(variant.options) === optionsKey(values.options))
    : all
  // Goods with codes can be named by them; a row without any is first of all about goods without any.
  const codeless = alike.filter(({ variant }) => !variant.barcode && !variant.shop_code)
  const found = codeless.length > 0 ? codeless : alike
  return found.length > 1
    ? { error: { field: "name_uz", code: "several_named_so", params: { count: found.length } } }
    : found.length === 1
      ? { match: found[0] }
      : newKindOr(values, known)
}

/** A further kind of goods that have kinds is not made by an import: options of Medusa's product would have to grow. */
function newKindOr(values: RowValues, known: Known): { match?: Match } | { error: RowError } {
  const hasKinds = (known.byName.get(values.name_uz ?? "") ?? []).some(({ variants }) =>
    variants.some(({ options }) => Object.keys(options).length > 0)
  )
  return values.options && hasKinds ? { error: { field: "options", code: "new_kind" } } : {}
}

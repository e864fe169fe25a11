import { MathBN } from "@medusajs/framework/utils"
import { sellingPrice } from "../../../lib/money"
import { ListingErrors } from "../errors"

export type Names = { uz: string; ru?: string | null; en?: string | null }

export type VariantInput = {
  title?: string
  options?: Record<string, string>
  cost: number
  markup_percent: number
  barcode?: string | null
  shop_code?: string | null
  stock?: number
  low_stock?: number | null
}

export type VariantDraft = {
  title: string
  options: Record<string, string>
  cost: number
  markup_percent: number
  /** Whole so'm, decimal text. */
  price: string
  barcode: string | null
  shop_code: string | null
  stock: number
  low_stock: number | null
}

/** Option of goods that come in one kind only; Medusa wants every variant to have an option. */
export const SINGLE_OPTION = { title: "Turi", value: "Oddiy" }

/**
 * The price of a variant, derived from cost and markup.
 * @throws {MedusaError} LISTING_PRICE_TOO_SMALL
 */
export function derivePrice(cost: number | string, markupPercent: number | string): string {
  const price = sellingPrice(cost, markupPercent)
  if (MathBN.lt(price, 1)) {
    throw ListingErrors.priceTooSmall()
  }
  return price
}

/**
 * Brings what a company sent into one shape: options with their values, and variants that name a value of each option,
 * with derived prices.
 * @throws {MedusaError} LISTING_OPTIONS_WRONG, LISTING_PRICE_TOO_SMALL
 */
export function draftVariants(
  options: Array<{ title: string; values: string[] }>,
  variants: VariantInput[]
): { options: Array<{ title: string; values: string[] }>; variants: VariantDraft[] } {
  const all = options.length ? options : [{ title: SINGLE_OPTION.title, values: [SINGLE_OPTION.value] }]
  const seen = new Set<string>()
  const drafts = variants.map((variant) => {
    const chosen = variant.options ?? (options.length ? {} : { [SINGLE_OPTION.title]: SINGLE_OPTION.value })
    for (const { title, values } of all) {
      if (!values.includes(chosen[title])) {
        throw ListingErrors.variantOptions(
          `Every variant needs one of these for "${title}": ${values.join(", ")}`
        )
      }
    }
    if (Object.keys(chosen).length !== all.length) {
      throw ListingErrors.variantOptions("A variant names an option that the listing does not have")
    }
    const key = all.map(({ title }) => chosen[title]).join(" / ")
    if (seen.has(key)) {
      throw ListingErrors.variantOptions(`Two variants are the same: ${key}`)
    }
    seen.add(key)
    return {
      title: variant.title ?? key,
      options: chosen,
      cost: variant.cost,
      markup_percent: variant.markup_percent,
      price: derivePrice(variant.cost, variant.markup_percent),
      barcode: variant.barcode ?? null,
      shop_code: variant.shop_code ?? null,
      stock: variant.stock ?? 0,
      low_stock: variant.low_stock ?? null,
    }
  })
  return { options: all, variants: drafts }
}

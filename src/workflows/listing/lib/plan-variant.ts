import { ListingErrors } from "../../../modules/listing/errors"
import { derivePrice, SINGLE_OPTION, VariantDraft, VariantInput } from "../../../modules/listing/lib/draft"

/** How many there may be, as when goods are made. */
export const LIMITS = { options: 3, values: 50, variants: 100 }

export type Options = Record<string, string>
export type ProductOption = { id: string; title: string; values: Array<{ id: string; value: string }> }
export type ExistingVariant = { id: string; variant_id: string; title: string; options: Options }

export type NewVariant = VariantInput & {
  options: Options
  /** What the variants that exist are called under options that are new. */
  existing_options?: Options
}

/** Whether goods come in one kind only: their one option was made by us, and nobody is shown it. */
export function isSingleKind(options: Array<{ title: string; values: Array<{ value: string }> }>): boolean {
  const [only] = options
  return (
    options.length === 1 &&
    only.title === SINGLE_OPTION.title &&
    only.values.every(({ value }) => value === SINGLE_OPTION.value)
  )
}

/**
 * What a new variant means for the options of its goods: values and options to make, the hidden option of goods in one
 * kind to drop, and what the variants that exist are called then. Pure: it decides, the workflow acts.
 * @throws {MedusaError} LISTING_OPTIONS_WRONG, LISTING_PRICE_TOO_SMALL
 */
export function planVariant(options: ProductOption[], existing: ExistingVariant[], input: NewVariant) {
  const isSingle = isSingleKind(options) && !(SINGLE_OPTION.title in input.options)
  const kept = isSingle ? [] : options
  const added = Object.keys(input.options).filter((title) => !kept.some((option) => option.title === title))
  const titles = [...kept.map(({ title }) => title), ...added]
  refuseWrong(kept, added, titles, existing, input)

  const keyOf = (chosen: Options) => titles.map((title) => chosen[title]).join(" / ")
  const oldKeyOf = (chosen: Options) => options.map(({ title }) => chosen[title]).join(" / ")
  const renamed = existing.map((variant) => {
    const chosen = Object.fromEntries(
      titles.map((title) => [
        title,
        added.includes(title)
          ? (input.existing_options?.[title] ?? SINGLE_OPTION.value)
          : variant.options[title],
      ])
    )
    const isNamedByOptions = variant.title === oldKeyOf(variant.options)
    return {
      ...variant,
      options: chosen,
      options_before: variant.options,
      title_before: variant.title,
      title: isNamedByOptions ? keyOf(chosen) : variant.title,
    }
  })
  const key = keyOf(input.options)
  if (renamed.some(({ options: chosen }) => keyOf(chosen) === key)) {
    throw ListingErrors.variantOptions(`Two variants are the same: ${key}`)
  }
  const draft: VariantDraft = {
    title: input.title ?? key,
    options: input.options,
    cost: input.cost,
    markup_percent: input.markup_percent,
    price: derivePrice(input.cost, input.markup_percent),
    barcode: input.barcode ?? null,
    shop_code: input.shop_code ?? null,
    stock: input.stock ?? 0,
    low_stock: input.low_stock ?? null,
  }
  return {
    draft,
    kept_option_ids: kept.map(({ id }) => id),
    dropped_option_ids: isSingle ? options.map(({ id }) => id) : [],
    new_options: added.map((title) => ({
      title,
      values: [...new Set([...renamed.map((variant) => variant.options[title]), input.options[title]])],
    })),
    new_values: kept
      .filter(({ title, values }) => !values.some(({ value }) => value === input.options[title]))
      .map(({ id, title }) => ({ option_id: id, value: input.options[title] })),
    /** Named anew only when there are new options. */
    existing: added.length > 0 ? renamed : [],
  }
}

function refuseWrong(
  kept: ProductOption[],
  added: string[],
  titles: string[],
  existing: ExistingVariant[],
  input: NewVariant
) {
  const missing = kept.find(({ title }) => !(title in input.options))
  const stray = Object.keys(input.existing_options ?? {}).find((title) => !added.includes(title))
  const full = kept.find(
    ({ title, values }) =>
      values.length >= LIMITS.values && !values.some(({ value }) => value === input.options[title])
  )
  const text =
    (missing && `The variant needs a value for "${missing.title}"`) ||
    (titles.length === 0 && "Name the option that tells the variants apart") ||
    (titles.length > LIMITS.options && `Goods have ${LIMITS.options} options at most`) ||
    (stray !== undefined && `existing_options names "${stray}", which is not a new option`) ||
    (full && `"${full.title}" has ${LIMITS.values} values already`) ||
    (existing.length >= LIMITS.variants && `Goods have ${LIMITS.variants} variants at most`)
  if (text) {
    throw ListingErrors.variantOptions(text)
  }
}

import { GoodsVariant } from "./types"

/** Options of goods that come in one kind only, which no shopper chooses by: the market's own, and Medusa's. */
const SINGLE = new Set(["Turi=Oddiy", "Default option=Default option value"])

/**
 * What goods can be found by: `Option title=value` of everything that some variant of theirs has, in the order of the variants.
 * An option that does not tell variants apart is left out only where it is the hidden single one.
 */
export function attributesOf(variants: Array<Pick<GoodsVariant, "options">>): string[] {
  const all = variants.flatMap(({ options }) =>
    options.map(({ value, option }) => `${option.title}=${value}`)
  )
  return [...new Set(all)].filter((attribute) => !SINGLE.has(attribute))
}

import { badgeOf, labelsOf } from "./labels"
import { Goods, GoodsVariant, Texts } from "./types"

/**
 * A document of the storefront is kept as ready JSON text in pieces; what differs between callers goes between them:
 *
 * `parts[0]` title `parts[1]` prices[0]`,`stock[0] `parts[2]` prices[1]`,`stock[1] … `parts[n + 1]`
 *
 * Goods of n variants so have n + 2 parts, of which nobody has to parse any.
 */

/** The piece of a variant where nobody has said in what currency to price it. */
export const NO_PRICE = `"calculated_price":null`

/** Language of the title's pieces. */
export const LANGUAGES = ["uz", "ru", "en"] as const

/** The title as JSON in each of the languages; the product's own where the company has not named it in that one. */
export function titlesOf(goods: Pick<Goods, "title" | "names">): string[] {
  return LANGUAGES.map((language) => JSON.stringify(goods.names?.[language] || goods.title))
}

/** The text of a document without title, prices and stock. @param now decides about the labels */
export function partsOf(goods: Goods, now: Date): string[] {
  const head = `{"id":${JSON.stringify(goods.id)},"title":`
  const variants = goods.variants.map(opened)
  const before = `,${inner(beforeVariants(goods))},"variants":[`
  const after = `],${inner(afterVariants(goods, now))}}`
  if (variants.length === 0) {
    return [head, before + after]
  }
  return [head, before + variants[0], ...variants.slice(1).map((variant) => `},${variant}`), `}${after}`]
}

/** Puts a document together. @param prices one piece a variant; left out, nothing has a price */
export function spliceDocument(
  parts: string[],
  title: string,
  prices: string[] | null,
  stock: string[]
): string {
  let text = parts[0] + title + parts[1]
  for (let variant = 0; variant < parts.length - 2; variant++) {
    text += `${prices?.[variant] ?? NO_PRICE},${stock[variant]}${parts[variant + 2]}`
  }
  return text
}

/** How the company's JSON begins in the last part; in texts its quotes would be escaped. */
export const COMPANY_KEY = `,"company":`

/** A company as its goods' documents show it. */
export const shownCompany = (company: NonNullable<Goods["company"]>) => ({
  id: company.id,
  name: company.name,
  handle: company.handle,
  rating: { average: company.average, count: company.count },
  badge: badgeOf(company),
})

/** An object's JSON without its braces. */
const inner = (value: object) => JSON.stringify(value).slice(1, -1)

/** A variant's JSON up to where its price goes. */
const opened = (variant: GoodsVariant) => `{${inner(variant)},`

function beforeVariants(goods: Goods) {
  const { subtitle, description, handle, thumbnail, is_giftcard, discountable, collection_id, type_id } =
    goods
  const { weight, length, height, width, hs_code, origin_country, mid_code, material } = goods
  const { created_at, updated_at, images, tags, type, collection, categories, options } = goods
  return {
    ...{ subtitle, description, handle, thumbnail, is_giftcard, discountable, collection_id, type_id },
    ...{ weight, length, height, width, hs_code, origin_country, mid_code, material },
    ...{ created_at, updated_at, images, tags, type, collection, categories, options },
  }
}

function afterVariants(goods: Goods, now: Date) {
  const { company } = goods
  const names = goods.names ?? { uz: goods.title, ru: null, en: null }
  return {
    names: Object.fromEntries(LANGUAGES.map((at) => [at, names[at] || goods.title])) as Texts,
    rating: { average: goods.rating_average, count: goods.rating_count },
    like_count: goods.like_count,
    sold_count: goods.sold_count,
    labels: labelsOf(goods, now),
    // Last, so that `COMPANY_KEY` comes once in the last part: a company's new stars are written over the old by SQL.
    company: company && shownCompany(company),
  }
}

/** What a storefront asks the catalogue for; `src/api/store/catalog/validators.ts` reads it from the address. */

export const ORDERS = ["newest", "price", "-price", "rating", "popular", "relevance"] as const
export type Order = (typeof ORDERS)[number]

/** Languages of the documents, in the order in which `catalog_product.titles` has them. */
export const LOCALES = ["uz", "ru", "en"] as const
export type Locale = (typeof LOCALES)[number]

export type PriceQuestion = { region_id?: string; currency_code?: string; country_code?: string }

export type GoodsQuery = PriceQuestion & {
  company_id: string[]
  category_id: string[]
  collection_id: string[]
  tag_id: string[]
  id: string[]
  handle: string[]
  q?: string
  order?: Order
  price_min?: number
  price_max?: number
  in_stock: boolean
  on_sale: boolean
  rating_min?: number
  /** "Title=value"; values of one title are alternatives, titles add up. */
  attribute: string[]
  facets: boolean
  limit: number
  offset: number
  cursor?: string
  sales_channel_id: string[]
}

/** A query that asks for nothing but a page of everything. */
export const EVERYTHING: GoodsQuery = {
  company_id: [],
  category_id: [],
  collection_id: [],
  tag_id: [],
  id: [],
  handle: [],
  in_stock: false,
  on_sale: false,
  attribute: [],
  facets: false,
  limit: 20,
  offset: 0,
  sales_channel_id: [],
}

/** One text for all ways of writing the same question: keys in order, lists sorted, nothing that is not set. */
export function canonical(query: object): string {
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : (value as unknown)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(entries)
}

/** The same question whatever page of it is shown, and in whatever order: what a count and facets depend on. */
export function filtersOf(query: GoodsQuery): object {
  return {
    ...query,
    order: undefined,
    limit: undefined,
    offset: undefined,
    cursor: undefined,
    facets: undefined,
  }
}

/** The language of a tag such as `ru-RU`; Uzbek where it is none of ours. */
export function localeOf(tag: string | undefined): Locale {
  const wanted = tag?.slice(0, 2).toLowerCase()
  return LOCALES.find((locale) => locale === wanted) ?? "uz"
}

/** A set of sales channels as `catalog_stock.channels_key` writes it. */
export const channelsKey = (ids: readonly string[]): string => [...new Set(ids)].sort().join(",")

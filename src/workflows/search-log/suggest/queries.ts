import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { visibleCompany } from "../../store/visibility"

export const LOCALES = ["uz", "ru", "en"] as const
export type Locale = (typeof LOCALES)[number]

export type SuggestedProduct = {
  id: string
  title: string
  handle: string
  thumbnail: string | null
  /** Of its variants, in the market's own region; null where it has none there. */
  price: { min: number; max: number; currency_code: string; is_sale: boolean } | null
}
export type Named = { id: string; name: string; handle: string }

type ProductRow = {
  id: string
  handle: string
  /** JSON texts, in the order of `LOCALES`. */
  titles: string[]
  thumbnail: string | null
  min_price: number | null
  max_price: number | null
  is_sale: boolean | null
  currency_code: string | null
}
type CompanyRow = Named & { is_private: boolean }

const PRODUCTS = `
  select g.product_id as id, g.handle, g.titles, p.thumbnail, k.min_price, k.max_price, k.is_sale, x.currency_code
    from catalog_version v
    join catalog_product g on g.version = v.version and g.product_id = any(:products) and g.channels && cast(:channels as text[])
    join product p on p.id = g.product_id and p.status = 'published' and p.deleted_at is null
    left join company c on c.id = g.company_id
    left join lateral (
      select n.id, n.currency_code from catalog_price_context n join store s on s.default_region_id = n.region_id
       where s.deleted_at is null and n.country_code is null order by s.created_at limit 1) x on true
    left join catalog_price k on k.version = g.version and k.product_id = g.product_id and k.context_id = x.id
   where v.status = 'serving' and (g.company_id is null or ${visibleCompany("cast(:customer as text)")})
   order by array_position(cast(:products as text[]), g.product_id)`

/** Beside those that were found, the private companies that a customer is in: no index tells them apart for each customer. */
const COMPANIES = `
  select c.id, c.name, c.handle, c.is_private from company c
   where ${visibleCompany("cast(:customer as text)")}
     and (c.id = any(:companies) or (c.is_private and c.id in (select company_id from company_access
           where customer_id = cast(:customer as text) and revoked_at is null and deleted_at is null)))
   order by array_position(cast(:companies as text[]), c.id), c.name limit 200`

const CATEGORIES = `
  select id, name, handle from product_category
   where id = any(:categories) and is_active and not is_internal and deleted_at is null
   order by array_position(cast(:categories as text[]), id)`

const list = (rows: string) => `(select coalesce(json_agg(t), '[]') from (${rows}) t)`
const CARDS = `select ${list(PRODUCTS)} as products, ${list(COMPANIES)} as companies, ${list(CATEGORIES)} as categories`

export type CardsAsked = {
  products: string[]
  companies: string[]
  categories: string[]
  channel_ids: string[]
  customer_id: string | null
  locale: Locale
}

/**
 * What was found as suggestions show it, in the order of the ids, without what this shopper may not see. One statement.
 * @returns beside the goods their titles in all languages, for completions
 */
export async function readCards(container: MedusaContainer, asked: CardsAsked) {
  const { products, companies, categories, channel_ids, customer_id, locale } = asked
  const values = { products, companies, categories, channels: channel_ids, customer: customer_id }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ products: ProductRow[]; companies: CompanyRow[]; categories: Named[] }> }>(
      CARDS,
      values as never
    )
  const [found] = rows
  return {
    products: found.products.map((row) => cardOf(row, locale)),
    titles: [...new Set(found.products.flatMap(titlesOf))],
    companies: found.companies,
    categories: found.categories,
  }
}

const titlesOf = ({ titles }: ProductRow) => titles.map((title) => JSON.parse(title) as string)

function cardOf(row: ProductRow, locale: Locale): SuggestedProduct {
  const { id, handle, thumbnail } = row
  return { id, title: titlesOf(row)[LOCALES.indexOf(locale)], handle, thumbnail, price: priceOf(row) }
}

function priceOf({ min_price, max_price, is_sale, currency_code }: ProductRow): SuggestedProduct["price"] {
  return min_price === null || max_price === null || currency_code === null
    ? null
    : { min: min_price, max: max_price, currency_code, is_sale: is_sale === true }
}

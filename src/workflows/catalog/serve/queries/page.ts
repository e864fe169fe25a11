import { Cursor } from "../lib/cursor"
import { BETWEEN, ProductPieces } from "../lib/render"
import { baseValues, Reader } from "../reader"
import { select } from "../database"
import { Filters } from "./filters"
import { behind, orderBy, Ordering } from "./orders"

export type PageRow = ProductPieces & {
  product_id: string
  /** The order's value, for the cursor. */
  value: string | null
  has_price: boolean
  has_stock: boolean
}

export type PageQuestion = {
  filters: Filters
  ordering: Ordering
  /** Further tables that the conditions name: see `joins`. */
  joins: string
  cursor: Cursor | null
  take: number
  skip: number
}

/** `catalog_price` and `catalog_stock` of product `p`. */
export const PRICE = `catalog_price r on r.version = p.version and r.context_id = :context and r.product_id = p.product_id`
export const STOCK = `catalog_stock s on s.version = p.version and s.channels_key = :channels_key and s.product_id = p.product_id`

const PIECES = (column: string) => `coalesce(array_to_string(${column}, :between), '')`

/** Documents of product `d`, picked as `k`. */
export const DOCUMENT = `d.product_id, d.titles[cast(:locale as int)] as title, ${PIECES("d.parts")} as parts,
    ${PIECES("r.prices")} as prices, ${PIECES("s.stock")} as stock,
    r.product_id is not null as has_price, s.product_id is not null as has_stock`
export const DOCUMENT_JOINS = `left join ${PRICE.replaceAll("p.", "d.")} left join ${STOCK.replaceAll("p.", "d.")}`

/**
 * A page of documents: one statement. The page is picked by index first, and only what is on it is read whole.
 */
export async function readPage(reader: Reader, question: PageQuestion): Promise<PageRow[]> {
  const { filters, ordering, joins, cursor, take, skip } = question
  const from = cursor && behind(ordering, cursor)
  const conditions = [
    ...filters.always,
    ...filters.facets.map(({ condition }) => condition),
    ...(from ? [from.condition] : []),
  ]
  const values = {
    ...baseValues(reader),
    ...filters.values,
    ...from?.values,
    between: BETWEEN,
    take,
    skip,
  }
  return select<PageRow>(
    reader.container,
    `with k as (
       select p.product_id, ${ordering.value} as at
         from catalog_product p left join company c on c.id = p.company_id ${joins}
        where ${conditions.map((one) => `(${one})`).join("\n          and ")}
        order by ${orderBy(ordering, "p.product_id")} limit :take offset :skip)
     select cast(${ordering.text} as text) as value, ${DOCUMENT}
       from k join catalog_product d on d.version = :version and d.product_id = k.product_id ${DOCUMENT_JOINS}
      order by ${orderBy({ ...ordering, value: "k.at" }, "k.product_id")}`,
    values
  )
}

/** How many there are in all: one statement. */
export async function countGoods(reader: Reader, filters: Filters, joins: string): Promise<number> {
  const conditions = [...filters.always, ...filters.facets.map(({ condition }) => condition)]
  const [{ count }] = await select<{ count: string }>(
    reader.container,
    `select count(*) as count from catalog_product p left join company c on c.id = p.company_id ${joins}
      where ${conditions.map((one) => `(${one})`).join("\n        and ")}`,
    { ...baseValues(reader), ...filters.values }
  )
  return Number(count)
}

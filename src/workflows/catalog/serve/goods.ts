import { Deviations, deviationJoins, deviationsOf, pricesOfGoods, stockOfGoods } from "./deviations"
import { findGoods } from "./find"
import { Cursor, readCursor, writeCursor } from "./lib/cursor"
import { canonical, filtersOf, GoodsQuery, Order } from "./lib/query"
import { BETWEEN, renderProduct, variantsOf } from "./lib/render"
import { readFacets } from "./queries/facets"
import { Filters, filtersFor, needsOf } from "./queries/filters"
import { Ordering, orderingOf } from "./queries/orders"
import { countGoods, PageQuestion, PageRow, PRICE, readPage, STOCK } from "./queries/page"
import { Reader } from "./reader"

/** A page of goods as JSON text, with its count; facets when they are asked for. Two statements where nothing deviates. */
export async function listGoods(reader: Reader, query: GoodsQuery): Promise<string> {
  const found = query.q === undefined ? null : await findGoods(reader, query.q)
  const order = orderOf(query, found)
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, order)
  const scope = await scopeOf(reader, query, found, order)
  const [rows, count, facets] = [
    await readRows(reader, scope, cursor, query),
    await countedOnce(reader, query, scope, "count", () =>
      countGoods(reader, scope.filters, scope.countJoins)
    ),
    query.facets
      ? await countedOnce(reader, query, scope, "facets", () => readFacets(reader, query, scope))
      : undefined,
  ]
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  const next_cursor = last ? writeCursor({ order, value: last.value, product_id: last.product_id }) : null
  const products = (await documentsOf(reader, page, scope.deviations)).join(",")
  const rest = JSON.stringify({ count, offset: query.offset, limit: query.limit, next_cursor, facets })
  return `{"products":[${products}],${rest.slice(1)}`
}

/** What is wanted of goods, ready for statements. */
export type Scope = {
  filters: Filters
  ordering: Ordering
  /** For the page, which is ordered, and for counting, which is not. */
  joins: string
  countJoins: string
  deviationJoins: string
  deviations: Deviations
}

function orderOf({ q, order }: GoodsQuery, found: string[] | null): Order {
  const wanted = order ?? (q === undefined ? "newest" : "relevance")
  // Without an engine nothing is more relevant than what people like.
  return wanted === "relevance" && found === null ? "popular" : wanted
}

async function scopeOf(
  reader: Reader,
  query: GoodsQuery,
  found: string[] | null,
  order: Order
): Promise<Scope> {
  const isByPrice = order === "price" || order === "-price"
  const needs = needsOf(query)
  const deviations = await deviationsOf(reader, query, found, {
    price: needs.price || isByPrice || query.facets,
    stock: needs.stock || query.facets,
  })
  const deviating = { prices: deviations.prices !== null, stock: deviations.stock !== null }
  const filters = filtersFor(query, deviating, found)
  const extra = deviationJoins(deviations)
  Object.assign(filters.values, extra.values)
  const stock = needs.stock ? `left join ${STOCK}` : ""
  const price = (isWanted: boolean) =>
    // Joined from within, an order by price goes along the price's own index.
    isWanted
      ? `${isByPrice && !deviating.prices && reader.prices.context_id !== null ? "join" : "left join"} ${PRICE}`
      : ""
  const ranks =
    order === "relevance"
      ? "join unnest(cast(:f_found as text[])) with ordinality f(id, rank) on f.id = p.product_id"
      : ""
  return {
    filters,
    ordering: orderingOf(order, deviating),
    joins: [price(needs.price || isByPrice), stock, extra.joins, ranks].join(" "),
    countJoins: [price(needs.price), stock, extra.joins].join(" "),
    deviationJoins: extra.joins,
    deviations,
  }
}

async function readRows(
  reader: Reader,
  scope: Scope,
  cursor: Cursor | null,
  query: GoodsQuery
): Promise<PageRow[]> {
  const { ordering, filters, joins } = scope
  const take = query.limit + 1
  const question: PageQuestion = { filters, ordering, joins, cursor, take, skip: cursor ? 0 : query.offset }
  const rows = await readPage(reader, question)
  if (!cursor || cursor.value === null || !ordering.hasNulls || rows.length === take) {
    return rows
  }
  const unpriced: Cursor = { order: cursor.order, value: null, product_id: "" }
  return [...rows, ...(await readPage(reader, { ...question, cursor: unpriced, take: take - rows.length }))]
}

/** The same answer for whoever asks it of goods of one shape, whatever page and order; not where something deviates. */
function countedOnce<Value>(
  reader: Reader,
  query: GoodsQuery,
  { deviations }: Scope,
  what: "count" | "facets",
  count: () => Promise<Value>
): Promise<Value> {
  const isEverybodys = reader.customer_id === null && !deviations.prices && !deviations.stock
  const { shelf, state, channels_key, prices } = reader
  const question = `${what} ${channels_key} ${prices.context_id} ${canonical(filtersOf(query))}`
  if (!isEverybodys) {
    return count()
  }
  // What words find may be another at any time.
  return query.q === undefined ? shelf.counted(state, question, count) : shelf.fact(state, question, count)
}

/** Documents of rows; what the tables lack, or what is another for this caller, is put in. */
export async function documentsOf(
  reader: Reader,
  rows: PageRow[],
  deviations: Deviations
): Promise<string[]> {
  const { prices: asked } = reader
  // Whoever has prices of their own is told them of what is on the page, unless they were all needed before.
  const hasOwn = reader.groups.length > 0 && deviations.prices === null
  const isLacking = (row: PageRow) => hasOwn || !asked.is_exact || !row.has_price
  const unpriced = asked.context
    ? rows.filter((row) => isLacking(row) && !deviations.prices?.has(row.product_id))
    : []
  const uncounted = rows.filter(
    (row) => !row.has_stock && variantsOf(row) > 0 && !deviations.stock?.has(row.product_id)
  )
  const ids = (list: PageRow[]) => list.map(({ product_id }) => product_id)
  const prices = unpriced.length > 0 ? await pricesOfGoods(reader, ids(unpriced)) : undefined
  const stock = uncounted.length > 0 ? await stockOfGoods(reader, ids(uncounted)) : undefined
  return rows.map((row) => {
    const price = deviations.prices?.get(row.product_id) ?? prices?.get(row.product_id)
    const left = deviations.stock?.get(row.product_id) ?? stock?.get(row.product_id)
    return renderProduct({
      ...row,
      prices: price ? price.prices.join(BETWEEN) : row.prices,
      stock: left ? left.stock.join(BETWEEN) : row.stock,
    })
  })
}

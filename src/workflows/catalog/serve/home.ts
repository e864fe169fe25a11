import { readCategories } from "./categories"
import { listCompanies } from "./companies"
import { NOTHING_ELSE } from "./deviations"
import { documentsOf } from "./goods"
import { GoodsQuery, Order } from "./lib/query"
import { filtersFor } from "./queries/filters"
import { orderingOf } from "./queries/orders"
import { PRICE, readPage } from "./queries/page"
import { Reader } from "./reader"

/** Goods in each of the rows, and companies. */
const MOST = 12

const PLAIN = { prices: false, stock: false }

/**
 * What a storefront opens with, as JSON text. Six statements, for all who come in the same state of the catalogue. Its goods are
 * chosen as for everybody; what they cost is the caller's.
 */
export async function readHome(reader: Reader, everything: GoodsQuery): Promise<string> {
  const categories = await readCategories(reader)
  const newest = await row(reader, everything, "newest")
  const popular = await row(reader, everything, "popular")
  const topRated = await row(reader, everything, "rating")
  const onSale = await row(reader, { ...everything, on_sale: true }, "popular")
  const { companies } = await listCompanies(reader, { limit: MOST, offset: 0 })
  return (
    `{"home":{"categories":${JSON.stringify(categories)},"newest":[${newest}],"popular":[${popular}],` +
    `"top_rated":[${topRated}],"on_sale":[${onSale}],"companies":${JSON.stringify(companies)}}}`
  )
}

async function row(reader: Reader, query: GoodsQuery, order: Order): Promise<string> {
  const rows = await readPage(reader, {
    filters: filtersFor(query, PLAIN, null),
    ordering: orderingOf(order, PLAIN),
    joins: query.on_sale ? `left join ${PRICE}` : "",
    cursor: null,
    take: MOST,
    skip: 0,
  })
  const documents = await documentsOf(reader, rows, NOTHING_ELSE)
  return documents.join(",")
}

import { GoodsPrices, pricesFor } from "../prices"
import { GoodsStock, stockFor } from "../stock"
import { select } from "./database"
import { CatalogErrors } from "./errors"
import { GoodsQuery } from "./lib/query"
import { Filters, filtersFor } from "./queries/filters"
import { deviatingGoods } from "./queries/groups"
import { baseValues, Reader } from "./reader"

/**
 * The second path: goods whose prices or stock are others for this caller than the rows in the tables say, or have no rows
 * yet. They are worked out when they are asked for, and go into the statements as JSON beside the rows.
 */
export type Deviations = { prices: Map<string, GoodsPrices> | null; stock: Map<string, GoodsStock> | null }

export const NOTHING_ELSE: Deviations = { prices: null, stock: null }
/** Goods that are worked out at a time. */
const BATCH = 500
/** More goods than this are not priced for a stranger's question; their prices are being made ready anyway. */
const MOST_PRICED = 5_000

/** @param needs whether prices and stock of goods that are not on the page matter, for filters, order or facets */
export async function deviationsOf(
  reader: Reader,
  query: GoodsQuery,
  found: string[] | null,
  needs: { price: boolean; stock: boolean }
): Promise<Deviations> {
  const { prices, groups } = reader
  const lacksPrices = needs.price && prices.context !== null && prices.context_id === null
  const lacksStock = needs.stock && !(await hasStock(reader))
  if (groups.length === 0 && !lacksPrices && !lacksStock) {
    return NOTHING_ELSE
  }
  if (lacksPrices || lacksStock) {
    return reader.shelf.inTurn(() => unkept(reader, query, found, { prices: lacksPrices, stock: lacksStock }))
  }
  return { prices: await ownPrices(reader, needs.price), stock: null }
}

/** Where nothing is kept for a region or a set of channels yet, all goods that fit are looked at. */
async function unkept(
  reader: Reader,
  query: GoodsQuery,
  found: string[] | null,
  lacks: { prices: boolean; stock: boolean }
): Promise<Deviations> {
  const candidates = await candidatesOf(reader, query, found)
  if (lacks.prices && candidates.length > MOST_PRICED) {
    throw CatalogErrors.building()
  }
  return {
    prices: lacks.prices ? await pricesOfGoods(reader, candidates) : await ownPrices(reader, true),
    stock: lacks.stock ? await stockOfGoods(reader, candidates) : null,
  }
}

/** Prices of the caller's groups, of all goods that have any; what is only on the page is priced with it. */
async function ownPrices(reader: Reader, isNeeded: boolean): Promise<Deviations["prices"]> {
  const { prices, groups } = reader
  if (!isNeeded || groups.length === 0 || !prices.context) {
    return null
  }
  const special = await deviatingGoods(reader.container, groups)
  return special.length > 0 ? await pricesOfGoods(reader, special) : null
}

/** Prices as this caller has them, whatever the tables say. */
export function pricesOfGoods(reader: Reader, ids: string[]): Promise<Map<string, GoodsPrices>> {
  const context = { ...reader.prices.context!, customer_group_ids: reader.groups }
  return inBatches(ids, (batch) => pricesFor(reader.container, batch, context))
}

export function stockOfGoods(reader: Reader, ids: string[]): Promise<Map<string, GoodsStock>> {
  return inBatches(ids, (batch) => stockFor(reader.container, batch, reader.channel_ids))
}

async function inBatches<Value>(ids: string[], ask: (batch: string[]) => Promise<Map<string, Value>>) {
  const all = new Map<string, Value>()
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const [id, value] of await ask(ids.slice(at, at + BATCH))) {
      all.set(id, value)
    }
  }
  return all
}

/** Whether stock is kept for this set of channels; a key of a second ago has none yet. */
function hasStock({ container, shelf, state, channels_key }: Reader): Promise<boolean> {
  return shelf.fact(state, `stock ${channels_key}`, async () => {
    const [{ has_stock }] = await select<{ has_stock: boolean }>(
      container,
      `select exists (select 1 from catalog_channel_set where channels_key = :channels_key and ready_after is null) as has_stock`,
      { channels_key }
    )
    return has_stock
  })
}

/** Goods that fit as far as neither price nor stock is asked about. */
async function candidatesOf(reader: Reader, query: GoodsQuery, found: string[] | null): Promise<string[]> {
  const nothing = { prices: false, stock: false }
  const open: GoodsQuery = {
    ...query,
    price_min: undefined,
    price_max: undefined,
    in_stock: false,
    on_sale: false,
  }
  const filters: Filters = filtersFor(open, nothing, found)
  const rows = await select<{ product_id: string }>(
    reader.container,
    `select p.product_id from catalog_product p left join company c on c.id = p.company_id
      where ${filters.always.map((one) => `(${one})`).join(" and ")}`,
    { ...baseValues(reader), ...filters.values }
  )
  return rows.map(({ product_id }) => product_id)
}

/** Deviations as tables `dp` and `ds` beside product `p`. */
export function deviationJoins({ prices, stock }: Deviations): {
  joins: string
  values: Record<string, unknown>
} {
  const joins = [
    prices &&
      `left join json_to_recordset(cast(:d_prices as json)) as dp(product_id text, min_price numeric, max_price numeric, is_sale boolean)
         on dp.product_id = p.product_id`,
    stock &&
      `left join json_to_recordset(cast(:d_stock as json)) as ds(product_id text, in_stock boolean) on ds.product_id = p.product_id`,
  ]
  const values = {
    ...(prices && {
      d_prices: JSON.stringify(
        [...prices].map(([product_id, { min_price, max_price, is_sale }]) => ({
          product_id,
          min_price,
          max_price,
          is_sale,
        }))
      ),
    }),
    ...(stock && {
      d_stock: JSON.stringify([...stock].map(([product_id, { in_stock }]) => ({ product_id, in_stock }))),
    }),
  }
  return { joins: joins.filter(Boolean).join(" "), values }
}

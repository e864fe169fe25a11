import { MedusaContainer } from "@medusajs/framework/types"
import { attributesOf } from "../../modules/catalog/lib/attributes"
import { partsOf, titlesOf } from "../../modules/catalog/lib/document"
import { newUntil } from "../../modules/catalog/lib/labels"
import { popularityOf } from "../../modules/catalog/lib/popularity"
import { Kept, KeptContext } from "./contexts"
import { calculate, GoodsPrices, present, taxesOf } from "./prices"
import { readGoods, SourceGoods } from "./queries/goods"
import { Run } from "./run"
import { GoodsStock, stockOf } from "./stock"

/** Rows of the catalogue's three tables, except their version. */
export type ProductRow = Omit<SourceGoods, "variants"> & {
  tag_ids: string[]
  attributes: string[]
  popularity: number
  titles: string[]
  parts: string[]
  next_change_at: Date | null
}
export type PriceRow = GoodsPrices & { product_id: string; context_id: number }
export type StockRow = GoodsStock & { product_id: string; channels_key: string }
export type Documents = { products: ProductRow[]; prices: PriceRow[]; stock: StockRow[] }

/**
 * Makes the documents of some goods from their sources; those that shoppers may not see are left out. The number of statements
 * is that of the contexts and sets of channels, however many goods.
 */
export async function makeDocuments(
  container: MedusaContainer,
  run: Run,
  ids: string[],
  kept: Kept,
  now: Date
): Promise<Documents> {
  const goods = await readGoods(run, ids)
  if (goods.length === 0) {
    return { products: [], prices: [], stock: [] }
  }
  const stock = await stockRows(run, goods, kept)
  return {
    products: goods.map((one) => productRow(one, now)),
    prices: await priceRows(container, goods, kept.contexts),
    stock,
  }
}

function productRow({ variants, ...goods }: SourceGoods, now: Date): ProductRow {
  const { next_price_change, created_at } = goods
  const ahead = [next_price_change, newUntil(created_at)].filter((at): at is Date => at !== null && at > now)
  const shown = variants.map(({ price_set_id: _own, ...variant }) => variant)
  return {
    ...goods,
    tag_ids: goods.tags.map(({ id }) => id),
    attributes: attributesOf(shown),
    popularity: popularityOf(goods),
    titles: titlesOf(goods),
    parts: partsOf({ ...goods, variants: shown }, now),
    next_change_at: ahead.length > 0 ? new Date(Math.min(...ahead.map((at) => at.getTime()))) : null,
  }
}

async function stockRows(run: Run, goods: SourceGoods[], { sets }: Kept): Promise<StockRow[]> {
  const keys = new Map(sets.map(({ channels, channels_key }) => [channels, channels_key]))
  const channelsOf = new Map(goods.map(({ id, channels }) => [id, new Set(channels)]))
  const rows = await stockOf(
    run,
    goods,
    sets.map(({ channels }) => channels)
  )
  return rows
    .filter(({ product_id, channels }) => channels.some((id) => channelsOf.get(product_id)?.has(id)))
    .map(({ channels, ...row }) => ({ ...row, channels_key: keys.get(channels) as string }))
}

/** The pricing module is asked once for each region and currency, the tax module once for each country. */
async function priceRows(
  container: MedusaContainer,
  goods: SourceGoods[],
  contexts: KeptContext[]
): Promise<PriceRow[]> {
  const rows: PriceRow[] = []
  const known = new Map<string, Awaited<ReturnType<typeof calculate>>>()
  for (const context of contexts) {
    const key = `${context.region_id} ${context.currency_code}`
    const prices = known.get(key) ?? (await calculate(container, goods, context))
    known.set(key, prices)
    const taxes = context.country_code ? await taxesOf(container, goods, prices, context.country_code) : null
    rows.push(
      ...goods.map((one) => ({
        ...present(one, prices, taxes),
        product_id: one.id,
        context_id: context.id,
      }))
    )
  }
  return rows
}

import { MedusaContainer } from "@medusajs/framework/types"
import { availabilityOf, Sellable, stockPiece } from "../../modules/catalog/lib/stock"
import { VARIANT_ORDER } from "./queries/goods"
import { readLocations, readStock, readVariants, StockRow } from "./queries/stock"
import { Run, runner } from "./run"

/** Whether anything of some goods can be bought, and a piece of their document for each variant. */
export type GoodsStock = { in_stock: boolean; stock: string[] }

type Stocked = { id: string; variants: Array<Sellable & { id: string }> }

/**
 * Stock of goods in the places of some sales channels, read from the source: what a page needs that asks for channels whose
 * stock is not kept ready. Goods that are not there are left out.
 */
export async function stockFor(
  container: MedusaContainer,
  productIds: string[],
  channelIds: string[]
): Promise<Map<string, GoodsStock>> {
  const run = runner(container)
  const rows = await readVariants(run, productIds, VARIANT_ORDER)
  const goods = new Map(productIds.map((id) => [id, { id, variants: [] as typeof rows }]))
  rows.forEach((row) => goods.get(row.product_id)?.variants.push(row))
  const stocked = await stockOf(run, [...goods.values()], [channelIds])
  return new Map(stocked.map(({ product_id, in_stock, stock }) => [product_id, { in_stock, stock }]))
}

/** Stock of goods for several sets of channels: two statements, however many goods and sets. */
export async function stockOf(
  run: Run,
  goods: Stocked[],
  sets: string[][]
): Promise<Array<GoodsStock & { product_id: string; channels: string[] }>> {
  const variantIds = goods.flatMap(({ variants }) => variants.map(({ id }) => id))
  const rows = grouped(await readStock(run, variantIds))
  const locations = await readLocations(run, [...new Set(sets.flat())])
  return sets.flatMap((channels) => {
    const places = new Set(channels.flatMap((channel) => [...(locations.get(channel) ?? [])]))
    return goods.map(({ id, variants }) => {
      const pieces = variants.map((variant) =>
        stockPiece(variant, availabilityOf(rows.get(variant.id) ?? [], places))
      )
      return {
        product_id: id,
        channels,
        in_stock: pieces.some(({ isInStock }) => isInStock),
        stock: pieces.map(({ piece }) => piece),
      }
    })
  })
}

function grouped(rows: StockRow[]): Map<string, StockRow[]> {
  const groups = new Map<string, StockRow[]>()
  for (const row of rows) {
    const group = groups.get(row.variant_id) ?? []
    group.push(row)
    groups.set(row.variant_id, group)
  }
  return groups
}

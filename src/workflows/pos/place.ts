import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { POS_MODULE } from "../../modules/pos"
import { Problem } from "../../modules/pos/types"
import PosModuleService from "../../modules/pos/service"
import { DEFAULT_COMMISSION_PERCENT } from "../checkout/lib/company-orders"
import { deskGround } from "./channel"
import { orderOf } from "./lib/order"
import { saveSale, ShortStock } from "./lib/save"
import { loadGoods, loadShop } from "./queries/goods"
import { ClaimedSale, DeskGoods, Shop } from "./types"

export type Placed = { kind: "done"; company_order_id: string } | { kind: "short"; problems: Problem[] }

/**
 * Turns a claimed sale into a paid and handed-over order: Medusa's order first, then everything else in one transaction.
 * Repeating it after an interruption is safe: an order that was left without the rest is made anew under the same id. The
 * caller holds the sale's lock.
 * @returns what was short, when the goods were taken by somebody else meanwhile; then no order is left
 */
export async function placeSale(container: MedusaContainer, sale: ClaimedSale): Promise<Placed> {
  const ids = sale.lines.map(({ listing_variant_id }) => listing_variant_id)
  const [goods, shop, ground] = await Promise.all([
    loadGoods(container, sale.company_id, ids),
    loadShop(container, sale.company_id),
    deskGround(container),
  ])
  await removeOrder(container, sale.order_id)
  const [order] = await container.resolve(Modules.ORDER).createOrders([orderOf(sale, goods, ground)])
  try {
    const commission_percent = commissionOf(container, shop)
    const id = await saveSale(container, { sale, order, goods, shop, commission_percent })
    return id ? { kind: "done", company_order_id: id } : placedBefore(container, sale)
  } catch (error) {
    await removeOrder(container, sale.order_id)
    if (error instanceof ShortStock) {
      return { kind: "short", problems: await shortOf(container, sale) }
    }
    throw error
  }
}

/** Nobody was brought by the market, so it takes nothing, unless its operator has decided otherwise. */
function commissionOf(container: MedusaContainer, { commission_percent }: Shop): string {
  const { market } = container.resolve<PosModuleService>(POS_MODULE).options
  return market.pos_commission === "same" ? (commission_percent ?? String(DEFAULT_COMMISSION_PERCENT)) : "0"
}

/** An order that no sale stands behind, left by a crash or by goods that ran out; nobody was told of it. */
export async function removeOrder(container: MedusaContainer, orderId: string): Promise<void> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: unknown[] }>(
      `select 1 from "order" o where o.id = ? and not exists (select 1 from company_order c where c.order_id = o.id)`,
      [orderId]
    )
  if (rows.length > 0) {
    await container.resolve(Modules.ORDER).deleteOrders([orderId])
  }
}

async function placedBefore(container: MedusaContainer, sale: ClaimedSale): Promise<Placed> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string }> }>(`select id from company_order where order_id = ?`, [sale.order_id])
  return { kind: "done", company_order_id: rows[0].id }
}

async function shortOf(container: MedusaContainer, { company_id, lines }: ClaimedSale): Promise<Problem[]> {
  const ids = [...new Set(lines.map(({ listing_variant_id }) => listing_variant_id))]
  const goods = await loadGoods(container, company_id, ids)
  return ids.flatMap((id): Problem[] => {
    const { title, available } = goods.get(id) as DeskGoods
    const wanted = lines
      .filter(({ listing_variant_id }) => listing_variant_id === id)
      .reduce((sum, { quantity }) => sum + quantity, 0)
    return available !== null && available < wanted
      ? [{ kind: "short", variant_id: id, title, wanted, available: Math.max(0, available) }]
      : []
  })
}

import { InventoryTypes } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CheckoutErrors } from "../../../modules/order-group/errors"

export type StockClaim = {
  line_item_id: string
  title: string
  inventory_item_id: string
  location_id: string
  quantity: number
  allow_backorder: boolean
}

/**
 * Reserves the goods of all orders of a checkout, or none. Medusa's own step checks each line by itself, so two lines
 * of the same goods could oversell; here what is wanted is summed per item first, under the lock that every change of
 * these items takes.
 * @throws {MedusaError} CHECKOUT_OUT_OF_STOCK with every short line
 */
export const reserveStockStep = createStep(
  "reserve-stock",
  async (claims: StockClaim[], { container }) => {
    if (claims.length === 0) {
      return new StepResponse([] as string[], { reservations: [] as string[], items: [] as string[] })
    }
    const inventory = container.resolve(Modules.INVENTORY)
    // Sorted, so that two checkouts of the same goods never wait for each other.
    const items = [...new Set(claims.map(({ inventory_item_id }) => inventory_item_id))].sort()
    const reserve = async () => {
      const levels = await inventory.listInventoryLevels({
        inventory_item_id: items,
        location_id: [...new Set(claims.map(({ location_id }) => location_id))],
      })
      const short = shortLines(claims, levels)
      if (short.length > 0) {
        throw CheckoutErrors.outOfStock(short)
      }
      return inventory.createReservationItems(claims.map(({ title: _, ...claim }) => claim))
    }
    // A flash sale makes a queue here; whoever has waited half a minute gives up.
    const reservations = await container.resolve(Modules.LOCKING).execute(items, reserve, { timeout: 30 })
    const ids = reservations.map(({ id }) => id)
    return new StepResponse(ids, { reservations: ids, items })
  },
  async (made, { container }) => {
    if (made?.reservations.length) {
      await container
        .resolve(Modules.LOCKING)
        .execute(made.items, () =>
          container.resolve(Modules.INVENTORY).deleteReservationItems(made.reservations)
        )
    }
  }
)

function shortLines(claims: StockClaim[], levels: InventoryTypes.InventoryLevelDTO[]) {
  const places = new Map<string, StockClaim[]>()
  for (const claim of claims.filter(({ allow_backorder }) => !allow_backorder)) {
    const place = `${claim.inventory_item_id} ${claim.location_id}`
    places.set(place, [...(places.get(place) ?? []), claim])
  }
  return [...places.values()].flatMap((lines) => {
    const [{ inventory_item_id, location_id, title }] = lines
    const level = levels.find(
      (row) => row.inventory_item_id === inventory_item_id && row.location_id === location_id
    )
    const available = level ? MathBN.sub(level.stocked_quantity, level.reserved_quantity) : MathBN.convert(0)
    const wanted = MathBN.sum(...lines.map(({ quantity }) => quantity))
    return MathBN.gt(wanted, available)
      ? [{ title, wanted: wanted.toFixed(), available: available.toFixed() }]
      : []
  })
}

import { MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ListingErrors } from "../../../modules/listing/errors"

export type WantedLevel = {
  inventory_item_id: string
  location_id: string
  stocked_quantity: number
  /** What the sender saw there; left out, the new number counts whatever was there. */
  expected_quantity?: number
  title: string
}

type Change = { inventory_item_id: string; location_id: string; by: number }

/**
 * Sets what lies in the company's stock. Under the same lock that reservations take, because pieces promised to open
 * orders cannot be counted away. Undoing adds the difference back, so that sales made meanwhile stay counted.
 * @throws {MedusaError} LISTING_STOCK_CHANGED, LISTING_STOCK_RESERVED
 */
export const setStockStep = createStep(
  "set-stock",
  async (levels: WantedLevel[], { container }) => {
    const inventory = container.resolve(Modules.INVENTORY)
    const changes = await underLock(container, levels, async () => {
      const current = await inventory.listInventoryLevels({
        inventory_item_id: levels.map(({ inventory_item_id }) => inventory_item_id),
        location_id: levels[0].location_id,
      })
      const done: Change[] = levels.flatMap((level) => {
        const row = current.find(({ inventory_item_id }) => inventory_item_id === level.inventory_item_id)
        if (!row) {
          return []
        }
        refuseWrong(level, row)
        const { inventory_item_id, location_id } = level
        const by = MathBN.sub(level.stocked_quantity, row.stocked_quantity).toNumber()
        return [{ inventory_item_id, location_id, by }]
      })
      await inventory.updateInventoryLevels(
        levels.map(({ title: _, expected_quantity: __, ...level }) => level)
      )
      return done
    })
    return new StepResponse(undefined, changes)
  },
  async (changes, { container }) => {
    if (changes?.length) {
      await underLock(container, changes, () =>
        container.resolve(Modules.INVENTORY).adjustInventory(
          changes.map(({ inventory_item_id: inventoryItemId, location_id: locationId, by }) => ({
            inventoryItemId,
            locationId,
            adjustment: -by,
          }))
        )
      )
    }
  }
)

function refuseWrong(level: WantedLevel, row: { stocked_quantity: number; reserved_quantity: number }) {
  const { expected_quantity: expected, title } = level
  if (expected !== undefined && !MathBN.eq(row.stocked_quantity, expected)) {
    throw ListingErrors.stockChanged(title, String(row.stocked_quantity), String(expected))
  }
  if (MathBN.gt(row.reserved_quantity, level.stocked_quantity)) {
    throw ListingErrors.stockBelowReserved(title, String(row.reserved_quantity))
  }
}

function underLock<Result>(
  container: MedusaContainer,
  levels: Array<{ inventory_item_id: string }>,
  job: () => Promise<Result>
) {
  const items = [...new Set(levels.map(({ inventory_item_id }) => inventory_item_id))].sort()
  return container.resolve(Modules.LOCKING).execute(items, job)
}

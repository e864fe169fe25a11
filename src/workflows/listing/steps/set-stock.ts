import { MathBN, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ListingErrors } from "../../../modules/listing/errors"

type Level = { inventory_item_id: string; location_id: string; stocked_quantity: number; title: string }

/**
 * Sets what lies in the company's stock. Under the same lock that reservations take, because pieces promised to open
 * orders cannot be counted away.
 * @throws {MedusaError} LISTING_STOCK_RESERVED
 */
export const setStockStep = createStep(
  "set-stock",
  async (levels: Level[], { container }) => {
    const inventory = container.resolve(Modules.INVENTORY)
    const locking = container.resolve(Modules.LOCKING)
    const before = await locking.execute(
      levels.map(({ inventory_item_id }) => inventory_item_id),
      async () => {
        const current = await inventory.listInventoryLevels({
          inventory_item_id: levels.map(({ inventory_item_id }) => inventory_item_id),
          location_id: levels[0].location_id,
        })
        for (const level of levels) {
          const row = current.find(({ inventory_item_id }) => inventory_item_id === level.inventory_item_id)
          if (row && MathBN.gt(row.reserved_quantity, level.stocked_quantity)) {
            throw ListingErrors.stockBelowReserved(level.title, String(row.reserved_quantity))
          }
        }
        await inventory.updateInventoryLevels(levels.map(({ title: _, ...level }) => level))
        return current.map(({ inventory_item_id, location_id, stocked_quantity }) => ({
          inventory_item_id,
          location_id,
          stocked_quantity,
        }))
      }
    )
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await container.resolve(Modules.INVENTORY).updateInventoryLevels(before)
    }
  }
)

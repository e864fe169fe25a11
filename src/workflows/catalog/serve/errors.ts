import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../../lib/errors"

const { INVALID_DATA } = MedusaError.Types

export const CatalogErrors = {
  cursorInvalid: () =>
    catalogueError(
      INVALID_DATA,
      "CATALOG_CURSOR_INVALID",
      "cursor is not one that this list has given out in this order: begin again without it"
    ),
  currencyUnsupported: (code: string) =>
    catalogueError(INVALID_DATA, "CATALOG_CURRENCY_UNSUPPORTED", `The store has no prices in ${code}`),
  /** Medusa's own answer to the same (`setPricingContext`), which has no code. */
  regionUnknown: (id: string) =>
    new MedusaError(INVALID_DATA, `Region with id ${id} not found when populating the pricing context`),
  /** Medusa's own (`filterByValidSalesChannels`). */
  channelForeign: () =>
    new MedusaError(INVALID_DATA, "Requested sales channel is not part of the publishable key"),
  channelMissing: () =>
    new MedusaError(INVALID_DATA, "Publishable key needs to have a sales channel configured"),
  /** Answered with HTTP 503, which no type of Medusa's stands for: see `src/api/store/catalog/answer.ts`. */
  building: () =>
    catalogueError("unavailable", "CATALOG_BUILDING", "The catalogue is being built: try again in a moment"),
}

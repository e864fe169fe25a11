import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { INVALID_DATA } = MedusaError.Types

/** Every refusal of the reconciliation room. */
export const ReconciliationErrors = {
  unknownProvider: (providerId: string) =>
    catalogueError(
      INVALID_DATA,
      "RECONCILIATION_PROVIDER_UNKNOWN",
      `${providerId} is no provider that this market keeps transactions of`
    ),
  unreadable: (why: string) =>
    catalogueError(INVALID_DATA, "RECONCILIATION_FILE_UNREADABLE", `The statement can't be read: ${why}`),
}

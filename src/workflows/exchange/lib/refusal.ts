import { MedusaError } from "@medusajs/framework/utils"
import { RowError } from "../../../modules/exchange/lib/parse-row"

const { INVALID_DATA, NOT_ALLOWED, NOT_FOUND } = MedusaError.Types
const KNOWN: Record<string, RowError> = {
  LISTING_BARCODE_TAKEN: { field: "barcode", code: "barcode_taken" },
  LISTING_SHOP_CODE_TAKEN: { field: "shop_code", code: "shop_code_taken" },
  LISTING_PRICE_TOO_SMALL: { field: "cost", code: "price_too_small" },
  LISTING_ARCHIVED: { field: null, code: "gone" },
  NOT_FOUND: { field: null, code: "gone" },
}

/** Whether goods were refused for what they are; anything else (a database that is away) is no fault of the file's. */
export function isRefusal(error: unknown): error is MedusaError {
  return (
    MedusaError.isMedusaError(error) && [INVALID_DATA, NOT_ALLOWED, NOT_FOUND].includes(error.type as never)
  )
}

/** A refusal as it stands with the row. */
export function refusalOf(error: MedusaError): RowError {
  return (
    KNOWN[error.code ?? ""] ?? {
      field: null,
      code: "refused",
      // Half of a letter at its end would be refused by the database.
      params: { reason: Buffer.from(error.message.slice(0, 300), "utf8").toString() },
    }
  )
}

import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { INVALID_DATA, NOT_ALLOWED } = MedusaError.Types

/** Every refusal of the exchange room. What is wrong with a single row is no refusal: it stands with the row. */
export const ExchangeErrors = {
  fileMissing: () =>
    catalogueError(INVALID_DATA, "IMPORT_FILE_MISSING", "Send one file in the multipart field `file`"),
  fileTooLarge: (megabytes: number) =>
    catalogueError(INVALID_DATA, "IMPORT_FILE_TOO_LARGE", `The file is larger than ${megabytes} MB`),
  fileType: () =>
    catalogueError(INVALID_DATA, "IMPORT_FILE_TYPE", "The file is neither an XLSX workbook nor CSV text"),
  fileUnreadable: (why: string) =>
    catalogueError(INVALID_DATA, "IMPORT_FILE_UNREADABLE", `The file can't be read: ${why}`),
  fileEmpty: () =>
    catalogueError(INVALID_DATA, "IMPORT_FILE_EMPTY", "The file has no rows under its headers"),
  tooManyRows: (max: number) =>
    catalogueError(INVALID_DATA, "IMPORT_TOO_MANY_ROWS", `The file has more than ${max} rows: part it`),
  mappingWrong: (why: string) => catalogueError(INVALID_DATA, "IMPORT_MAPPING_WRONG", why),
  costHidden: () =>
    catalogueError(
      NOT_ALLOWED,
      "IMPORT_COST_HIDDEN",
      "Cost, markup and price can only be imported by somebody who may see the cost"
    ),
  statusForbids: (status: string) =>
    catalogueError(NOT_ALLOWED, "IMPORT_STATUS_FORBIDS", `An import that is ${status} does not allow this`),
  anotherRuns: () =>
    catalogueError(
      NOT_ALLOWED,
      "IMPORT_ANOTHER_RUNS",
      "Another import of your company is being applied: wait until it is done, or cancel it"
    ),
  exportTooLarge: (max: number) =>
    catalogueError(INVALID_DATA, "EXPORT_TOO_LARGE", `More than ${max} rows: export them as CSV`),
}

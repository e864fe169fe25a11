import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

/** What a search is refused for; codes are listed in docs/errors.md. */
export const SearchErrors = {
  /** A filter whose value does not fit its field, or with an operator that the field does not know. */
  filterInvalid: (what: string) =>
    catalogueError(
      MedusaError.Types.INVALID_DATA,
      "SEARCH_FILTER_INVALID",
      `This cannot be filtered by: ${what}`
    ),
  /** A cursor that was not given by an earlier answer to the same question. */
  cursorInvalid: () =>
    catalogueError(
      MedusaError.Types.INVALID_DATA,
      "SEARCH_CURSOR_INVALID",
      "Take `cursor` from `next_cursor` of the page before, and ask the same question"
    ),
  notSupported: (what: string) =>
    catalogueError(MedusaError.Types.NOT_ALLOWED, "SEARCH_NOT_SUPPORTED", `Search does not support ${what}`),
  /** The table of a version that has been taken away: the Search Module looks up the version in force and asks again. */
  noIndex: (name: string) =>
    catalogueError(MedusaError.Types.NOT_FOUND, "SEARCH_INDEX_NOT_FOUND", `There is no search index ${name}`),
}

import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { INVALID_DATA, NOT_ALLOWED } = MedusaError.Types

/** Every refusal of synonyms and of suggestions. */
export const SearchLogErrors = {
  tooFewWords: () =>
    catalogueError(
      INVALID_DATA,
      "SEARCH_SYNONYM_TOO_FEW",
      "A group needs at least 2 different words; one word in two alphabets is found by both already"
    ),
  tooManyWords: (most: number) =>
    catalogueError(INVALID_DATA, "SEARCH_SYNONYM_TOO_MANY", `A group has at most ${most} words or phrases`),
  wordEmpty: () =>
    catalogueError(INVALID_DATA, "SEARCH_SYNONYM_EMPTY", "A word of the group has no letter or digit in it"),
  wordTooLong: (letters: number, words: number) =>
    catalogueError(
      INVALID_DATA,
      "SEARCH_SYNONYM_TOO_LONG",
      `A word or phrase has at most ${letters} letters and ${words} words`
    ),
  wordRepeated: (word: string) =>
    catalogueError(
      INVALID_DATA,
      "SEARCH_SYNONYM_REPEATED",
      `The group has "${word}" twice, perhaps in two spellings`
    ),
  exists: () =>
    catalogueError(
      NOT_ALLOWED,
      "SEARCH_SYNONYM_EXISTS",
      "There is a group of these words already; change that one"
    ),
  full: (most: number) =>
    catalogueError(NOT_ALLOWED, "SEARCH_SYNONYMS_FULL", `There are at most ${most} groups; delete one first`),
  builtIn: () =>
    catalogueError(
      NOT_ALLOWED,
      "SEARCH_SYNONYM_BUILT_IN",
      "A built-in group can be switched off and on; make one of your own for other words"
    ),
  tooMany: () =>
    catalogueError(
      NOT_ALLOWED,
      "SEARCH_TOO_MANY_REQUESTS",
      "Too many suggestions from this address; wait a minute"
    ),
}

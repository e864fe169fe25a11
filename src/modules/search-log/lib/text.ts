import { BoundedMap } from "../../../lib/bounded-map"
import { toSearchText } from "../../../lib/search-text"
import { tokensOf } from "../../../lib/words/tokens"
import { MOST_LETTERS } from "./limits"

/** A search as it is shown again: lower case, one kind of apostrophe, single blanks, at most 100 letters. */
export function shownText(text: string): string {
  return [...toSearchText(text.slice(0, 1_000))].slice(0, MOST_LETTERS).join("").trim()
}

/** The words of a text in the one form of all their spellings; empty where a text has no words. */
export function foldedWords(text: string): string[] {
  return tokensOf(text, MOST_LETTERS).map(({ folded }) => folded)
}

/** People search for the same: what was folded last is kept. Longer texts are nobody's habit. */
const known = new BoundedMap<string, string>(2_000)

/** One form for all spellings of a text: Latin and Cyrillic, with and without apostrophes and punctuation. */
export function foldedText(text: string): string {
  if (text.length > MOST_LETTERS) {
    return foldedWords(text).join(" ")
  }
  const folded = known.get(text) ?? foldedWords(text).join(" ")
  known.set(text, folded)
  return folded
}

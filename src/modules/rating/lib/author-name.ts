import { flaggedWords } from "./words"

/** A word of a name: nothing that a site, an address or a phone is written with. */
const NAME = /^\p{L}[\p{L}\p{M}'‘’ʻʼ`´-]*\.?$/u

/**
 * How a shopper is named to others: first name and initial, never more. A name that is really a telephone number, an
 * address or a listed word names nobody; nobody reads names before they are shown.
 */
export function authorName(first: string | null | undefined, last: string | null | undefined): string | null {
  const words = [first, last]
    .flatMap((part) => (part ?? "").trim().split(/\s+/))
    .filter((word) => NAME.test(word) && flaggedWords(word).length === 0)
  const [name, other] = words
  if (!name) {
    return null
  }
  // Uzbek writes two of its letters with two signs: Sh and Ch stay together.
  const initial = other?.match(/^(sh|ch|\p{L}[‘’ʻʼ'`]?)/iu)?.[0]
  return [name.slice(0, 40), ...(initial ? [`${initial}.`] : [])].join(" ")
}

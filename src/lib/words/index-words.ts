import { stemsOf } from "./stem"
import { tokensOf } from "./tokens"

/** A description is read so far and no farther. */
const LONGEST_TEXT = 10_000

/**
 * The words of a text for an index: `folded` with all parts (of `Wi-Fi 128 GB`: vifi, vi, fi, 128gb, 128), `stems` with every stem a
 * word may have. Each once, in the order they stand, of a–z and 0–9 only.
 */
export function indexWords(text: string): { folded: string[]; stems: string[] } {
  const folded = new Set(tokensOf(text, LONGEST_TEXT).flatMap((token) => [token.folded, ...token.parts]))
  return { folded: [...folded], stems: [...new Set([...folded].flatMap(stemsOf))] }
}

import { queryWords } from "../../../../lib/words"
import { foldedWords } from "../../../../modules/search-log/lib/text"

/** A thing that is found by its name. */
export type NamedEntry = { id: string; folded: string; words: string[] }

/** @param name as people read it */
export function entryOf({ id, name }: { id: string; name: string }): NamedEntry {
  const words = foldedWords(name)
  return { id, folded: words.join(" "), words }
}

/**
 * Ids of things whose name has a word that begins like each of the typed ones, in any alphabet or keyboard layout: those first
 * whose name begins so, else in the order they come in.
 */
export function matchNames(entries: readonly NamedEntry[], q: string, most: number): string[] {
  const typed = queryWords(q).map(({ folded, others }) => [folded, ...others.map((other) => other.folded)])
  if (typed.length === 0) {
    return []
  }
  const first: string[] = []
  const others: string[] = []
  for (const { id, folded, words } of entries) {
    if (
      typed.every((readings) => words.some((word) => readings.some((reading) => word.startsWith(reading))))
    ) {
      const isFirst = typed[0].some((reading) => folded.startsWith(reading))
      ;(isFirst ? first : others).push(id)
      if (first.length === most) {
        break
      }
    }
  }
  return [...first, ...others].slice(0, most)
}

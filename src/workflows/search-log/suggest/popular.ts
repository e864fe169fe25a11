import { MedusaContainer } from "@medusajs/framework/types"
import { Fresh } from "../../../lib/fresh"
import { flaggedWords } from "../../../modules/rating/lib/words"
import { mayBeShown } from "../../../modules/search-log/lib/privacy"
import { PopularText } from "../../../modules/search-log/types"
import { searchLogOf } from "../log"

/** The list itself is made anew every ten minutes. */
const MEMORY = { fresh_ms: 10_000, stale_ms: 60_000 }

const memories = new WeakMap<object, Fresh<PopularText[]>>()

function memoryOf(container: MedusaContainer): Fresh<PopularText[]> {
  const log = searchLogOf(container)
  const known =
    memories.get(log) ??
    new Fresh(
      async () =>
        (await log.popular()).filter(({ text }) => mayBeShown(text) && flaggedWords(text).length === 0),
      MEMORY
    )
  memories.set(log, known)
  return known
}

/** What many have asked for and found lately, without what may be a person's own, and without rude words. */
export const popularTexts = (container: MedusaContainer) => memoryOf(container).get()

/** The next caller reads it anew. */
export const forgetPopular = (container: MedusaContainer) => memoryOf(container).expire()

/** What is popular where a language is spoken, then elsewhere. */
export function popularIn(texts: PopularText[], locale: string, limit: number): Array<{ text: string }> {
  const here = texts.filter((each) => each.locale === locale)
  const elsewhere = texts.filter((each) => each.locale !== locale)
  return [...here, ...elsewhere].slice(0, limit).map(({ text }) => ({ text }))
}

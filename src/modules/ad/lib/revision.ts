import { AdContent } from "./content"
import { AD_LANGUAGES, AdTarget } from "./target"

/** What an operator reads before it is shown: words, pictures and links, whom it is for, and the goods that it is about. */
export type Shown = {
  content: AdContent
  target: AdTarget
  listing_id: string | null
  product_id: string | null
}

const FIELDS = ["title", "text", "image_url", "link"] as const
const LISTS = ["category_ids", "query_words", "regions", "languages", "hours"] as const

/** Whether two revisions show the same to the same people; lists compare as sets. */
export function isSameShown(a: Shown, b: Shown): boolean {
  const sameText = AD_LANGUAGES.every((language) => {
    const [left, right] = [a.content[language] ?? null, b.content[language] ?? null]
    return left === null || right === null
      ? left === right
      : FIELDS.every((field) => (left[field] ?? null) === (right[field] ?? null))
  })
  const sameTarget = LISTS.every((name) => {
    const [left, right] = [new Set<unknown>(a.target[name]), new Set<unknown>(b.target[name])]
    return left.size === right.size && [...left].every((item) => right.has(item))
  })
  return sameText && sameTarget && (a.listing_id ?? null) === (b.listing_id ?? null)
}

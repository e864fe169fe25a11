import { MedusaContainer } from "@medusajs/framework/types"
import { BoundedMap } from "../../../lib/bounded-map"
import { Fresh } from "../../../lib/fresh"
import { foldedText, shownText } from "../../../modules/search-log/lib/text"
import { searchLogOf } from "../log"
import { ownSearches } from "../own"
import { Found, findAll } from "./find"
import { completionsOf } from "./lib/completions"
import { forgetNames } from "./names"
import { popularIn, popularTexts } from "./popular"
import { Locale } from "./queries"

/** What is found for a beginning is kept so long, for everybody who types the same. */
const KEPT_MS = 2_000
const MOST_KEPT = 5_000

export type SuggestionAsked = {
  q: string
  locale: Locale
  limit: number
  channel_ids: string[]
  customer_id: string | null
  /** Whose last searches are shown. */
  owner_id: string | null
}

const memories = new WeakMap<object, BoundedMap<string, Fresh<Found>>>()

/**
 * What a shopper may mean while they type. Found things come from memory or from a fixed number of statements; an empty text
 * asks for what is popular and what the shopper has searched for before.
 */
export async function suggest(container: MedusaContainer, asked: SuggestionAsked) {
  const { q, limit, locale, owner_id } = asked
  const folded = foldedText(shownText(q))
  const [popular, own, found] = await Promise.all([
    popularTexts(container),
    owner_id === null ? [] : ownSearches(searchLogOf(container), owner_id),
    folded === "" ? NOTHING : foundFor(container, asked, folded),
  ])
  const recent = own
    .filter(({ text }) => folded === "" || foldedText(text).startsWith(folded))
    .slice(0, limit)
    .map(({ id, text }) => ({ id, text }))
  return {
    completions: completionsOf(q, { popular, titles: found.titles, limit }).map((text) => ({ text })),
    products: found.products.slice(0, limit),
    categories: found.categories.slice(0, limit),
    companies: found.companies.slice(0, limit),
    popular: folded === "" ? popularIn(popular, locale, limit) : [],
    recent,
  }
}

const NOTHING: Found = { products: [], titles: [], categories: [], companies: [] }

/** A customer may see more than a stranger: what is found for them is theirs. */
function foundFor(
  container: MedusaContainer,
  asked: SuggestionAsked,
  folded: string
): Found | Promise<Found> {
  const log = searchLogOf(container)
  const memory = memories.get(log) ?? new BoundedMap<string, Fresh<Found>>(MOST_KEPT)
  memories.set(log, memory)
  const channels = [...asked.channel_ids].sort().join()
  // A blank at the end says that the last word is whole.
  const key = [channels, asked.locale, asked.customer_id ?? "", folded, /\s$/.test(asked.q)].join("\n")
  const kept =
    memory.get(key) ?? new Fresh(() => findAll(container, asked), { fresh_ms: KEPT_MS, stale_ms: KEPT_MS })
  memory.set(key, kept)
  return kept.get()
}

/** The next caller finds everything anew. */
export function forgetSuggestions(container: MedusaContainer): void {
  memories.get(searchLogOf(container))?.clear()
  forgetNames(container)
}

import { MedusaContainer } from "@medusajs/framework/types"
import { findProducts } from "../../search"
import { entryOf, matchNames } from "./lib/match-names"
import { knownNames } from "./names"
import { Locale, Named, readCards, SuggestedProduct } from "./queries"

/** What a beginning finds, for one kind of caller. */
export type Found = {
  products: SuggestedProduct[]
  /** Titles of more goods than are shown, for completions. */
  titles: string[]
  categories: Named[]
  companies: Named[]
}

/** Goods that are looked at for completions. */
const MOST_GOODS = 30
const MOST_NAMED = 10

export type FindAsked = { q: string; locale: Locale; channel_ids: string[]; customer_id: string | null }

/**
 * Goods, categories and companies for what was typed: the goods by the search, which knows typos, synonyms and codes; names from
 * memory; and one statement for all that is shown of them.
 */
export async function findAll(container: MedusaContainer, asked: FindAsked): Promise<Found> {
  const { q, channel_ids } = asked
  const [{ ids }, names] = await Promise.all([
    findProducts(container, { q, channel_ids, limit: MOST_GOODS }),
    knownNames(container),
  ])
  const cards = await readCards(container, {
    ...asked,
    products: ids,
    companies: matchNames(names.companies, q, MOST_NAMED),
    categories: matchNames(names.categories, q, MOST_NAMED),
  })
  return { ...cards, companies: companiesFor(q, cards.companies) }
}

/** Of the private companies of a customer those whose name begins so, before the others: they are the caller's own. */
function companiesFor(q: string, rows: Array<Named & { is_private: boolean }>): Named[] {
  const hidden = rows.filter((row) => row.is_private)
  const meant = new Set(matchNames(hidden.map(entryOf), q, MOST_NAMED))
  return [...hidden.filter(({ id }) => meant.has(id)), ...rows.filter((row) => !row.is_private)].map(
    ({ id, name, handle }) => ({ id, name, handle })
  )
}

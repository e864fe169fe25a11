import { ProviderSearchQuery } from "@medusajs/framework/types"
import { BoundedMap } from "../../../lib/bounded-map"
import { expandSynonyms, queryWords, QueryWord } from "../../../lib/words"
import { Matching, matchingOf } from "./matching"
import { IndexPlan, labelsOf } from "./plan"
import { ownOptions } from "./request"

/** A query's words, and what they are looked for as. */
export type Understood = { words: readonly QueryWord[]; matching: Matching }

/** Queries that are kept; one takes a few kilobytes. */
const MOST = 1_000

/** People ask for the same again and again. Other synonyms read the same words otherwise, so each set has its own. */
const known = new WeakMap<object, BoundedMap<string, Understood>>()
const NO_SYNONYMS = {}

/** Reads a query's text, or remembers how it was read. */
export function understand(query: ProviderSearchQuery, plan: IndexPlan): Understood {
  const { synonyms = NO_SYNONYMS } = ownOptions(query)
  const memory = known.get(synonyms) ?? new BoundedMap<string, Understood>(MOST)
  known.set(synonyms, memory)
  const key = `${isTypeahead(query)} ${labels(query, plan)} ${query.q ?? ""}`
  const read = memory.get(key) ?? anew(query, plan)
  memory.set(key, read)
  return read
}

function anew(query: ProviderSearchQuery, plan: IndexPlan): Understood {
  const words = queryWords(query.q ?? "")
  return { words, matching: matchingFor(query, plan, words) }
}

/** What words are looked for as, with the synonyms and in the fields of a query. */
export function matchingFor(
  query: ProviderSearchQuery,
  plan: IndexPlan,
  words: readonly QueryWord[]
): Matching {
  const { synonyms } = ownOptions(query)
  return matchingOf(words, synonyms ? expandSynonyms(words, synonyms) : [], {
    isTypeahead: isTypeahead(query),
    labels: labels(query, plan),
  })
}

const isTypeahead = ({ search_options }: ProviderSearchQuery) => search_options?.match_strategy === "last"

const labels = ({ search_options }: ProviderSearchQuery, plan: IndexPlan) =>
  labelsOf(plan, search_options?.attributes_to_search_on)

import { ProviderSearchQuery, SearchResult } from "@medusajs/framework/types"
import { SearchNotes } from "../../../lib/search-answer"
import { QueryWord, withCorrections } from "../../../lib/words"
import { highlighter } from "../lib/highlight"
import { askedUnits, Matching, Strategy } from "../lib/matching"
import { IndexPlan, planOf } from "../lib/plan"
import { projected } from "../lib/projected"
import { cursorAt, pageOf } from "../lib/request"
import { matchingFor, understand } from "../lib/understood"
import { Database, onIndex } from "./database"
import { facetsOf } from "./facets"
import { Hit, hitsOf, selectHits, whereOf } from "./select"
import { tablesOf } from "./tables"
import { correctWords } from "./typos"

export type Found = {
  hits: Hit[]
  total: number | null
  matching: Matching | null
  strategy: Strategy
  notes: SearchNotes
}

/** Searches in PostgreSQL: one statement when every word is found, a few more when one is mistyped or is not there. */
export async function searchPostgres(database: Database, query: ProviderSearchQuery): Promise<SearchResult> {
  return answer(database, query, (plan) => find(database, query, plan))
}

/**
 * Answers with hits that another engine has put in order. Who may see them, what they show and what is counted beside them is
 * read here all the same.
 */
export async function answerHits(
  database: Database,
  query: ProviderSearchQuery,
  { ids, total }: { ids: string[]; total: number }
): Promise<SearchResult> {
  return answer(database, query, async (plan) => {
    const { matching } = understand(query, plan)
    const hits = await hitsOf(database, query, plan, ids)
    return {
      hits,
      total: Math.max(hits.length, total - (ids.length - hits.length)),
      matching,
      strategy: "all",
      notes: { engine: "meilisearch", matched: "all" },
    }
  })
}

async function answer(
  database: Database,
  query: ProviderSearchQuery,
  work: (plan: IndexPlan) => Promise<Found>
): Promise<SearchResult> {
  const plan = planOf(query.index)
  const started = Date.now()
  return onIndex(query.index.name, async () => {
    const found = await work(plan)
    const { index } = tablesOf(query.index.physical_name)
    const facets = await facetsOf(database, index, plan, query, () =>
      whereOf(query, plan, found.matching, found.strategy)
    )
    return resultOf(query, plan, found, facets, started)
  })
}

async function find(database: Database, query: ProviderSearchQuery, plan: IndexPlan): Promise<Found> {
  const { words, matching } = understand(query, plan)
  if (words.length === 0) {
    return query.q?.trim() ? NOTHING : attempt(database, query, plan, null, "all", ALL)
  }
  const wanted = query.search_options?.match_strategy === "any" ? "any" : "all"
  const first = await attempt(database, query, plan, matching, wanted, ALL)
  if (isEnough(first)) {
    return first
  }
  const typos =
    query.search_options?.typo_tolerance === false
      ? new Map<string, string[]>()
      : await correctWords(database, query.index.physical_name, matching.units)
  const corrected = typos.size > 0 ? matchingFor(query, plan, withCorrections(words, typos)) : matching
  const second =
    typos.size > 0
      ? await attempt(database, query, plan, corrected, wanted, {
          engine: "postgres",
          matched: "corrected",
          corrected: correctedText(words, typos),
        })
      : first
  return isEnough(second) || wanted === "any"
    ? second
    : findSome(database, query, plan, { matching, corrected, second })
}

/** Nothing has all of the words: what has those that matter, or at least half of them as they were typed. */
async function findSome(
  database: Database,
  query: ProviderSearchQuery,
  plan: IndexPlan,
  { matching, corrected, second }: { matching: Matching; corrected: Matching; second: Found }
): Promise<Found> {
  for (const [tried, strategy] of [
    [corrected, "core"],
    [matching, "half"],
  ] as const) {
    if (askedUnits(tried, strategy).length > 0) {
      const found = await attempt(database, query, plan, tried, strategy, SOME)
      if (isEnough(found)) {
        return found
      }
    }
  }
  return second
}

const ALL: SearchNotes = { engine: "postgres", matched: "all" }
const SOME: SearchNotes = { engine: "postgres", matched: "some" }
const NOTHING: Found = { hits: [], total: 0, matching: null, strategy: "all", notes: ALL }

const isEnough = ({ hits, total }: Found) => hits.length > 0 || (total ?? 0) > 0

async function attempt(
  database: Database,
  query: ProviderSearchQuery,
  plan: IndexPlan,
  matching: Matching | null,
  strategy: Strategy,
  notes: SearchNotes
): Promise<Found> {
  const where = whereOf(query, plan, matching, strategy)
  const found = await selectHits(database, query, plan, { matching, where, page: pageOf(query) })
  return { ...found, matching, strategy, notes }
}

const correctedText = (words: readonly QueryWord[], typos: ReadonlyMap<string, string[]>) =>
  words.map(({ raw, folded }) => typos.get(folded)?.[0] ?? raw).join(" ")

function resultOf(
  query: ProviderSearchQuery,
  plan: IndexPlan,
  { hits, total, matching, notes }: Found,
  facets: SearchResult["facets"],
  started: number
): SearchResult {
  const { skip, take } = pageOf(query)
  const marks = matching
    ? highlighter(
        query,
        plan.searchable.map(({ path }) => path),
        matching
      )
    : undefined
  const shown = hits.map(({ id, score, document }) => ({
    id,
    ...(query.search_options?.include_score && { score }),
    document: document ? projected(document, query.attributes_to_retrieve) : { id },
    ...(marks && document && { highlights: marks(document) }),
  }))
  const hasMore = total === null ? hits.length === take : skip + hits.length < total
  return {
    hits: shown,
    ...(facets && { facets }),
    metadata: {
      skip,
      take,
      count: total,
      ...(hasMore && hits.length > 0 && { next_cursor: cursorAt(skip + hits.length) }),
      ...(query.q !== undefined && { query: query.q }),
      processing_time_ms: Date.now() - started,
    },
    provider_metadata: notes,
  }
}

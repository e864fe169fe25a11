import { useQuery } from "@tanstack/react-query"
import { api, ApiError } from "../../../lib/api"
import { keyOf } from "../../../lib/query"
import { withApostrophes } from "./apostrophes"
import { Synonym, SYNONYMS } from "./types"

type Answer = { synonyms: Synonym[]; count: number }
/** The operator's own, and those that came with the search. */
type Groups = { own: Synonym[]; builtIn: Synonym[] }

/** Groups of one answer, at most. */
const LIMIT = 100

/** The whole list, page by page: it is searched where it stands. */
async function readAll(signal: AbortSignal): Promise<Groups> {
  const groups: Synonym[] = []
  for (;;) {
    const query = { limit: LIMIT, offset: groups.length }
    const { synonyms, count } = await api.get<Answer>(SYNONYMS, query, signal)
    groups.push(...synonyms.map((group) => ({ ...group, words: group.words.map(withApostrophes) })))
    if (synonyms.length === 0 || groups.length >= count) {
      break
    }
  }
  return {
    // By the time in their ids, the newest first: the server's order changes when one of them is switched.
    own: groups.filter((group) => !group.is_built_in).sort((a, b) => (a.id < b.id ? 1 : -1)),
    builtIn: groups.filter((group) => group.is_built_in),
  }
}

export const useSynonyms = () =>
  useQuery<Groups, ApiError>({ queryKey: keyOf(SYNONYMS), queryFn: ({ signal }) => readAll(signal) })

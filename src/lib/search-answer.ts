import type { Synonyms } from "./words"

/** What callers of this application may tell the search provider beside what the Search Module knows (`provider_options.bozor`). */
export type SearchOwnOptions = {
  /** Words that mean the same, ready to be used. */
  synonyms?: Synonyms
  /** Also what belongs to companies that are not active; for operators. */
  everything?: boolean
}

/** What the search provider answers beside its hits (`provider_metadata`). */
export type SearchNotes = {
  engine: "postgres" | "meilisearch"
  /** Whether all words were found, after words were corrected, or only some of them. */
  matched: "all" | "corrected" | "some"
  /** The query as it was understood, where typos were put right. */
  corrected?: string
}

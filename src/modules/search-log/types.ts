/** Where a search was made. */
export type SearchSource = "catalog" | "search" | "suggest"

/** A search as it is noted. */
export type SearchNote = {
  q: string
  /** How many things were found. */
  results: number
  locale: string
  /** `postgres` or `meilisearch`; left out: the one that is set. */
  engine?: string
  source: SearchSource
  /** A customer or visitor, whose history it goes to, and the address that they came from; of it a keyed hash is kept. */
  owner?: { id: string; address?: string } | null
  /** Whether a stranger would have found the same; false where nothing is said. */
  is_public?: boolean
}

/** A search that waits to be written. */
export type Search = {
  text: string
  folded: string
  results: number
  engine: string
  source: SearchSource
  locale: string
  /** Null for nobody known, and where the text may be a person's own. */
  owner_id: string | null
  /** Over which network it came, for counting different ones; null for nobody known. */
  network_hash: string | null
  is_public: boolean
  /** How often, where nobody is known: the same searches of one batch are one row. */
  times: number
  /** Milliseconds. */
  at: number
}

export type HistoryEntry = { id: string; text: string; searched_at: Date }
export type PopularText = { folded: string; text: string; locale: string; people: number }

/** A group of words that mean the same. */
export type Synonym = {
  id: string
  words: string[]
  /** The first word finds the others, and they do not find it. */
  is_one_way: boolean
  is_active: boolean
  /** Null for a built-in group that nobody has switched. */
  updated_at: Date | null
  is_built_in: boolean
}

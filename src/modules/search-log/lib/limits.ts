/** Searches that an owner's history holds. */
export const MOST_HISTORY = 20
/** So many different people make a text common: fewer, and nobody else is shown it, nor is it kept after the log's days. */
export const COMMON_PEOPLE = 5
/** …from so many different networks: whoever asks for many visitors' tokens has few of these. */
export const COMMON_NETWORKS = 5
/** Days whose searches make what is popular. */
export const POPULAR_DAYS = 14
/** Popular texts that are kept at hand. */
export const MOST_POPULAR = 1_000
/** Letters of a search that are written down. */
export const MOST_LETTERS = 100

/** The operator's groups of synonyms; a phrase has at most so many words. */
export const MOST_SYNONYMS = 2_000
export const SYNONYM_WORDS = { least: 2, most: 20, letters: 60, phrase: 4 }

/** Searches are written when so many wait, or when the first of them has waited so long and another one comes. */
export const FLUSH = { size: 200, after_ms: 5_000 }
/** More than these are not remembered while the database is away. */
export const MOST_WAITING = 10_000
/** A search that has waited longer is written as nobody's, because marks of what was deleted are kept twice as long. */
export const MOST_WAIT_HOURS = 24
/** Within this time the same text of the same person is one search… */
export const SAME_SEARCH_MS = 60_000
/** …and a text that goes on from the one before it is that one, still being typed. */
export const TYPING_MS = 5_000

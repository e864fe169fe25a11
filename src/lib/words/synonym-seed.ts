import { MAIN_GROUPS } from "./seed-main"
import { MORE_GROUPS } from "./seed-more"
import type { SynonymGroup } from "./synonyms"

/**
 * What goods of an Uzbek market are called in Uzbek, Russian and English, and how those words are written by ear. An operator adds
 * groups; these are the first day's.
 */
export const SYNONYM_SEED: readonly SynonymGroup[] = `${MAIN_GROUPS}${MORE_GROUPS}`
  .split("\n")
  .filter((line) => line.trim())
  .map((line) => line.split(",").map((phrase) => phrase.trim()))

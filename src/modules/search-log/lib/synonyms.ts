import { sha256 } from "../../../lib/ids"
import { toSearchText } from "../../../lib/search-text"
import { prepareSynonyms, stemOf, Synonyms } from "../../../lib/words"
import { SearchLogErrors } from "../errors"
import { SYNONYM_WORDS } from "./limits"
import { foldedWords } from "./text"

/** A group of words as it is kept: `key` is the same for the same words in any order and spelling. */
export type SynonymGroup = { words: string[]; key: string }

/**
 * Brings an operator's words into the form they are kept in.
 * @throws {MedusaError} SEARCH_SYNONYM_EMPTY, _TOO_LONG, _REPEATED, _TOO_FEW, _TOO_MANY
 */
export function groupOf(given: readonly string[]): SynonymGroup {
  const { most, least, letters, phrase } = SYNONYM_WORDS
  const words = given.map((word) => toSearchText(word))
  if (words.length > most) {
    throw SearchLogErrors.tooManyWords(most)
  }
  const isLong = (word: string) => [...word].length > letters || foldedWords(word).length > phrase
  if (words.some(isLong)) {
    throw SearchLogErrors.wordTooLong(letters, phrase)
  }
  const stems = words.map(stemsIn)
  if (stems.includes("")) {
    throw SearchLogErrors.wordEmpty()
  }
  if (new Set(stems).size < least) {
    throw SearchLogErrors.tooFewWords()
  }
  const twice = stems.findIndex((word, index) => stems.indexOf(word) !== index)
  if (twice >= 0) {
    throw SearchLogErrors.wordRepeated(words[twice])
  }
  return { words, key: keyOf(stems) }
}

/** What the engine tells words apart by (`prepareSynonyms`). */
const stemsIn = (word: string) => foldedWords(word).map(stemOf).join(" ")
const keyOf = (stems: readonly string[]) => [...new Set(stems)].sort().join("|")

/** The id of a built-in group: the same in every installation and version, for as long as its words stay the same. */
export function builtInId(words: readonly string[]): string {
  const spelt = words.map((word) => toSearchText(word)).sort()
  return `ssyn_builtin_${sha256(spelt.join("|")).slice(0, 16)}`
}

/** Groups made ready for the engine: of a one-way group only the first word leads to the others. */
export function preparedSynonyms(groups: ReadonlyArray<{ words: string[]; is_one_way: boolean }>): Synonyms {
  const prepared = prepareSynonyms(groups.map(({ words }) => words))
  const groupsOf = new Map<string, number[]>()
  for (const [key, indexes] of prepared.groupsOf) {
    const leading = indexes.filter(
      (index) => !groups[index].is_one_way || key === stemsIn(groups[index].words[0])
    )
    if (leading.length > 0) {
      groupsOf.set(key, leading)
    }
  }
  return { ...prepared, groupsOf }
}

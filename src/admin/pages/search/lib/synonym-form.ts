import { SYNONYM_WORDS } from "../../../../modules/search-log/lib/limits"
import { stemOf } from "../../../../lib/words/stem"
import { foldedText, foldedWords } from "../../../../modules/search-log/lib/text"
import type { Synonym } from "./types"

/** The form of a group of synonyms, before the server sees it. */

export type Draft = { words: string[]; is_one_way: boolean; is_active: boolean }

export const draftOf = (synonym: Synonym | null, words: string[] = []): Draft => ({
  words: synonym?.words ?? words,
  is_one_way: synonym?.is_one_way ?? false,
  is_active: synonym?.is_active ?? true,
})

/** What a form has changed; what somebody else changed meanwhile stays as it is. */
export function changesOf(synonym: Synonym, draft: Draft): Partial<Draft> {
  const isSame = draft.words.join("\n") === synonym.words.join("\n")
  return {
    ...(!isSame && { words: draft.words }),
    ...(draft.is_one_way !== synonym.is_one_way && { is_one_way: draft.is_one_way }),
    ...(draft.is_active !== synonym.is_active && { is_active: draft.is_active }),
  }
}

const tidy = (word: string) => word.replace(/\s+/g, " ").trim()

/** What was typed, cut at commas and line ends; several words between commas are one synonym ("kir mashina"). */
export const wordsIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map(tidy)
    .filter(Boolean)

/** What the search tells words apart by: neither alphabet nor endings count. */
const keyOf = (word: string) => foldedWords(word).map(stemOf).join(" ")

/** Adds what was typed to the words there are; what is there already, in another spelling too, is not added again. */
export function addWords(words: string[], text: string): string[] {
  const known = new Set(words.map(keyOf))
  const added = [...words]
  for (const word of wordsIn(text)) {
    const key = keyOf(word)
    if (key && !known.has(key)) {
      known.add(key)
      added.push(word)
    }
  }
  return added
}

export type Wrong = "enough" | "tooMany" | "tooLong" | "tooWordy"

/** What keeps a group from being saved; null when nothing does. */
export function wrongOf(words: string[]): Wrong | null {
  if (words.some((word) => word.length > SYNONYM_WORDS.letters)) {
    return "tooLong"
  }
  if (words.some((word) => foldedWords(word).length > SYNONYM_WORDS.phrase)) {
    return "tooWordy"
  }
  if (words.length > SYNONYM_WORDS.most) {
    return "tooMany"
  }
  return words.length < SYNONYM_WORDS.least ? "enough" : null
}

/** The number that a limit is told with. */
export const LIMITS: Record<Wrong, number> = {
  enough: SYNONYM_WORDS.least,
  tooMany: SYNONYM_WORDS.most,
  tooLong: SYNONYM_WORDS.letters,
  tooWordy: SYNONYM_WORDS.phrase,
}

/** Whether a group has a word that somebody looks for, in either alphabet. */
export function hasWord({ words }: Pick<Synonym, "words">, part: string): boolean {
  const folded = foldedText(part)
  return words.some((word) => foldedText(word).includes(folded))
}

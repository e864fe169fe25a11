import type { QueryWord } from "./query"
import { stemOf } from "./stem"
import { tokensOf } from "./tokens"

/** Words or phrases that mean the same, in any script: `["muzlatkich", "холодильник", "fridge"]`. */
export type SynonymGroup = readonly string[]

/** A word or phrase, ready to be looked for: all its words have to be there. */
export type Phrase = { folded: string[]; stems: string[] }

/** Groups made ready for `expandSynonyms`; make it once, not for each query. */
export type Synonyms = {
  phrases: Phrase[][]
  groupsOf: ReadonlyMap<string, number[]>
  words: readonly string[]
  longest: number
}

/** What stands for the words `from` … `to` (not included) of a query. */
export type Expansion = { from: number; to: number; phrases: Phrase[] }

const LONGEST_PHRASE = 100
const MOST_WORDS = 4
/** A word of very many groups would make a query of hundreds of branches. */
const MOST_PHRASES = 12
/** A word being typed stands for groups from its fourth letter on, and for no more of them than this. */
const SHORTEST_BEGINNING = 4
const MOST_BEGUN = 3

/** Folds groups of synonyms and finds their places; the groups may be the operator's and the built-in ones together. */
export function prepareSynonyms(groups: readonly SynonymGroup[]): Synonyms {
  const phrases = groups.map((group) =>
    unlikePhrases(
      group.map(phraseOf).filter(({ folded }) => folded.length > 0 && folded.length <= MOST_WORDS)
    )
  )
  const groupsOf = new Map<string, number[]>()
  phrases.forEach((group, index) =>
    group.forEach(({ stems }) => {
      const key = stems.join(" ")
      groupsOf.set(key, [...(groupsOf.get(key) ?? []), index])
    })
  )
  const words = [...groupsOf.keys()].filter((key) => !key.includes(" ")).sort()
  return {
    phrases,
    groupsOf,
    words,
    longest: Math.max(1, ...phrases.flat().map(({ folded }) => folded.length)),
  }
}

/**
 * What else a query's words are called, longest phrase first; a word belongs to one expansion at most. Reads both ways: each of a
 * group stands for all the others. A synonym of a synonym is none.
 */
export function expandSynonyms(words: readonly QueryWord[], synonyms: Synonyms): Expansion[] {
  const expansions: Expansion[] = []
  let from = 0
  while (from < words.length) {
    const found = longestAt(words, from, synonyms)
    if (found) {
      expansions.push(found)
    }
    from = found?.to ?? from + 1
  }
  return expansions
}

function longestAt(words: readonly QueryWord[], from: number, synonyms: Synonyms): Expansion | undefined {
  for (let to = Math.min(words.length, from + synonyms.longest); to > from; to--) {
    const phrases =
      to === from + 1
        ? ofWord(words[from], synonyms)
        : ofKey(
            words.slice(from, to).map(({ stem }) => stem),
            synonyms
          )
    if (phrases.length) {
      return { from, to, phrases: phrases.slice(0, MOST_PHRASES) }
    }
  }
  return undefined
}

/** A single word is known by its other readings too (`ntktajy`), and by its beginning while it is being typed. */
function ofWord({ folded, stem, others, isLast }: QueryWord, synonyms: Synonyms): Phrase[] {
  const keys = [stem, ...others.map((other) => stemOf(other.folded))]
  const known = keys.find((each) => synonyms.groupsOf.has(each))
  const begun =
    known || !isLast ? [] : begunBy(others.find(({ kind }) => kind === "layout")?.folded ?? folded, synonyms)
  return known ? ofKey([known], synonyms) : begun.flatMap((key) => ofKey([key], synonyms))
}

/** Words of one of the groups that begin so, the first in the alphabet. */
function begunBy(folded: string, { words }: Synonyms): string[] {
  if (folded.length < SHORTEST_BEGINNING) {
    return []
  }
  const from = placeOf(folded, words)
  return words.slice(from, from + MOST_BEGUN).filter((word) => word.startsWith(folded))
}

/** Where in a sorted list a word would stand. */
function placeOf(word: string, sorted: readonly string[]): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    ;[low, high] = sorted[middle] < word ? [middle + 1, high] : [low, middle]
  }
  return low
}

function ofKey(stems: string[], { groupsOf, phrases }: Synonyms): Phrase[] {
  const key = stems.join(" ")
  const found = (groupsOf.get(key) ?? []).flatMap((index) => phrases[index])
  return unlikePhrases(found).filter((phrase) => phrase.stems.join(" ") !== key)
}

function phraseOf(text: string): Phrase {
  const folded = tokensOf(text, LONGEST_PHRASE).map((token) => token.folded)
  return { folded, stems: folded.map(stemOf) }
}

function unlikePhrases(phrases: Phrase[]): Phrase[] {
  const seen = new Map<string, Phrase>()
  phrases.forEach((phrase) => seen.set(phrase.stems.join(" "), seen.get(phrase.stems.join(" ")) ?? phrase))
  return [...seen.values()]
}

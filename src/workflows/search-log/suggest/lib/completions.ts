import { foldWord } from "../../../../lib/words"
import { foldedText, shownText } from "../../../../modules/search-log/lib/text"
import { inScript, Script, scriptOf } from "./scripts"

/** Words of a title, with what is inside of them. */
const WORDS = /[\p{L}\p{N}\p{M}]+(?:[-'ʻʼ‘’`´.][\p{L}\p{N}\p{M}]+)*['ʻʼ‘’`´]?/gu
/** A longer completion is no help on a telephone. */
const MOST_LETTERS = 60

const wordsOf = (title: string) => title.toLowerCase().match(WORDS) ?? []

type Candidate = { text: string; score: number }

/**
 * How a text that is being typed may go on: first what many have asked for, then words of the titles that it finds. In the
 * alphabet that is typed, each once.
 * @param popular what many have asked for, what most have first
 * @param titles of goods that the typed text finds, the best first, in all languages
 */
export function completionsOf(
  q: string,
  {
    popular,
    titles,
    limit,
  }: { popular: ReadonlyArray<{ text: string; folded: string }>; titles: string[]; limit: number }
): string[] {
  const typed = shownText(q)
  const folded = foldedText(typed)
  if (folded === "") {
    return []
  }
  const script = scriptOf(typed) ?? "latin"
  const asked = popular
    .filter((each) => each.folded.startsWith(folded) && each.folded !== folded)
    .map(({ text }) => phraseInScript(text, script))
  const all = new Map<string, string>()
  for (const text of [...asked, ...ofTitles(typed, script, titles)]) {
    const key = foldedText(text)
    if (key !== folded && !all.has(key) && text.length <= MOST_LETTERS) {
      all.set(key, text)
    }
  }
  return [...all.values()].slice(0, limit)
}

const phraseInScript = (text: string, script: Script) =>
  text
    .split(" ")
    .map((word) => inScript(word, script))
    .join(" ")

/** The typed words with the last one completed, by itself and with the word behind it; what more titles have comes first. */
function ofTitles(typed: string, script: Script, titles: string[]): string[] {
  const words = typed.split(" ")
  const head = words.slice(0, -1)
  const last = foldWord(words.at(-1) ?? "")
  const heads = head.map(foldWord).filter(Boolean)
  if (last === "") {
    return []
  }
  const found = new Map<string, Candidate>()
  const add = (tail: string[], score: number) => {
    const text = [...head, ...tail.map((word) => inScript(word, script))].join(" ")
    const key = foldedText(text)
    const known = found.get(key)
    found.set(key, { text: known?.text ?? text, score: (known?.score ?? 0) + score })
  }
  for (const title of titles) {
    const its = wordsOf(title)
    const folds = its.map(foldWord)
    if (!heads.every((word) => folds.some((fold) => fold.startsWith(word)))) {
      continue
    }
    folds.forEach((fold, at) => {
      if (fold.startsWith(last) && !heads.includes(fold)) {
        // Words of the alphabet that is typed are how people write them.
        const score = scriptOf(its[at]) === script ? 1 : 0.25
        add([its[at]], score)
        if (its[at + 1] && !heads.includes(folds[at + 1]) && scriptOf(its[at + 1]) !== null) {
          add([its[at], its[at + 1]], score * 0.6)
        }
      }
    })
  }
  return [...found.values()].sort((a, b) => b.score - a.score).map(({ text }) => text)
}

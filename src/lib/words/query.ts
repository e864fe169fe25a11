import { isEan } from "../barcode"
import { foldWord, LONGEST_WORD } from "./fold"
import { otherLayout } from "./layout"
import { isLikelier, looksLikeWord } from "./likely"
import { stemsOf, stemOf } from "./stem"
import { tokensOf, type Token } from "./tokens"

/** A query is cut here: what is longer is pasted by mistake or sent to tire us. */
const LONGEST_QUERY = 200
const MOST_WORDS = 12
const MOST_OTHERS = 4

/** Another reading of a word; `weight` (0 to 1) says how much a hit by it is worth against a hit by the word itself. */
export type OtherWord = { folded: string; kind: "layout" | "translit" | "spelling"; weight: number }

export type QueryWord = {
  /** As it was typed. */
  raw: string
  folded: string
  stem: string
  /** Read too, never instead; the likeliest first. */
  others: OtherWord[]
  /** Still being typed: its beginning is enough. */
  isLast: boolean
  /** A barcode or a code of a shop: whole or not at all, no typos. */
  isCode: boolean
  /** Says what the goods are for (telefon in `telefon uchun chexol`): goods may do without it when none say it. */
  isPurpose: boolean
}

/** What a shopper's query asks for. Nothing in, nothing out; never more than twelve words of a query's first 200 letters. */
export function queryWords(q: string): QueryWord[] {
  const text = q.slice(0, LONGEST_QUERY)
  const chunks = text.split(/\s+/).filter(Boolean)
  const slipped = new Map(
    chunks.filter((chunk) => LETTER_INSIDE.test(chunk)).map((chunk) => [chunk, slipOf(chunk)])
  )
  const words = [...slipped.values()].some(Boolean)
    ? chunks.flatMap((chunk) => slipped.get(chunk) ?? wordsOf(chunk))
    : wordsOf(text)
  const kept = withoutFillers(words).slice(0, MOST_WORDS)
  return kept.map((word) => ({
    ...word,
    isLast: word === words.at(-1),
  }))
}

/** Words that say nothing about the goods; a query of nothing else keeps them. */
const FILLERS = new Set(
  "uchun va bilan yoki narx narxi narxlari sotib olish для и с со на в из от по цена цены купить the for of and with a in price buy"
    .split(" ")
    .map(foldWord)
)

function withoutFillers(words: QueryWord[]): QueryWord[] {
  const kept = words.filter(({ folded }) => !FILLERS.has(folded))
  return kept.length ? kept : words
}

/** Signs among letters: half a word of the other layout (`j,edm` is обувь)? */
const LETTER_INSIDE = /^(?=.*[[\];',.`=-])[a-z[\];',.`=-]+$/i

function slipOf(chunk: string): QueryWord | undefined {
  const [folded] = otherLayout(chunk).filter((word) => word.length >= 3 && looksLikeWord(word))
  const tokens = tokensOf(chunk, LONGEST_WORD)
  const looksRight =
    tokens.length > 0 && tokens.every((token) => [token.folded, ...token.parts].some(looksLikeWord))
  return folded && !looksRight ? wordOf(chunk, folded, []) : undefined
}

function wordsOf(text: string): QueryWord[] {
  return tokensOf(text, LONGEST_QUERY).flatMap((token) =>
    readingOf(token).map(({ raw, folded }) => ({
      ...wordOf(raw, folded, othersOf(raw, folded)),
      isPurpose: token.isPurpose,
    }))
  )
}

/** iphone15 is looked for as two words, wi-fi and A52 as one: an index holds both (`indexWords`). */
function readingOf({ raw, folded, parts }: Token): Array<{ raw: string; folded: string }> {
  const [first = "", second = ""] = parts
  const isNamed = parts.length === 2 && /^[a-z]{3,}$/.test(first) && /^\d/.test(second) && second.length <= 5
  const isPair = parts.length > 1 && parts.every((part) => /^[a-z]{4,}$/.test(part))
  if (isNamed || isPair) {
    const rawParts = raw.split(/[-‐‑–/_.+]|(?<=\p{L})(?=\d)/u)
    return parts.map((part, index) => ({ raw: rawParts[index] ?? part, folded: part }))
  }
  return [{ raw, folded }]
}

function wordOf(raw: string, folded: string, others: OtherWord[]): QueryWord {
  return {
    raw,
    folded,
    stem: stemOf(folded),
    others,
    isLast: false,
    isCode: isCode(folded),
    isPurpose: false,
  }
}

/** Digits of a barcode's length, or letters and digits that are neither a size nor a model's name. */
function isCode(folded: string): boolean {
  return (
    /^\d{6,14}$/.test(folded) ||
    isEan(folded) ||
    (folded.length >= 6 &&
      /\d{3}/.test(folded) &&
      /[a-z]/.test(folded) &&
      !/^\d+(d\d+)?[a-z]{1,4}$/.test(folded))
  )
}

function othersOf(raw: string, folded: string): OtherWord[] {
  if (/\d/.test(folded)) {
    return []
  }
  const found: OtherWord[] = [
    ...layouts(raw, folded),
    ...spellings(raw, folded).map((word) => ({ folded: word, kind: "spelling" as const, weight: 0.8 })),
    ...translits(raw, folded).map((word) => ({ folded: word, kind: "translit" as const, weight: 0.7 })),
  ]
  return found
    .filter(
      (other, index) =>
        other.folded !== folded && found.findIndex((each) => each.folded === other.folded) === index
    )
    .slice(0, MOST_OTHERS)
}

/** Only what looks clearly more like a word than what was typed. */
function layouts(raw: string, folded: string): OtherWord[] {
  return otherLayout(raw)
    .filter((word) => word.length >= 3 && isLikelier(word, folded))
    .map((word) => ({ folded: word, kind: "layout", weight: 0.9 }))
}

/** The other stem (olma-ni, telefon-i), ёлка typed as елка. */
function spellings(raw: string, folded: string): string[] {
  const stems = stemsOf(folded).slice(1)
  return /^[её]/i.test(raw) ? [...stems, foldWord(`ё${raw.slice(1)}`), foldWord(`е${raw.slice(1)}`)] : stems
}

/** x that is ks (max, макс; lux, люкс), and ў, қ typed without their letters on a Russian keyboard. */
function translits(raw: string, folded: string): string[] {
  const all: string[] = []
  if (/x/i.test(raw)) {
    all.push(foldWord(raw.replace(/x/gi, "ks")))
  }
  if (folded.includes("ks")) {
    all.push(foldWord(folded.replace(/ks/g, "x")))
  }
  if (/у/i.test(raw) && folded.length >= 4) {
    all.push(foldWord(raw.replace(/у/gi, "ў")))
  }
  return all
}

/** What a hit by a corrected word is worth. */
const CORRECTED = 0.6

/**
 * The words with what an index knows instead of mistyped ones: as other readings, so that their stems and synonyms are found too.
 * @param corrections words of the index by the folded word they are like, the nearest first
 */
export function withCorrections(
  words: readonly QueryWord[],
  corrections: ReadonlyMap<string, readonly string[]>
): QueryWord[] {
  return words.map((word) => {
    const instead = (corrections.get(word.folded) ?? []).slice(0, MOST_OTHERS)
    const read = instead.map((folded) => ({ folded, kind: "spelling" as const, weight: CORRECTED }))
    return read.length ? { ...word, others: [...read, ...word.others] } : word
  })
}

import { Expansion, QueryWord, stemOf } from "../../../lib/words"
import { codeForm, codeLexeme, stemLexeme } from "./lexemes"
import { CODE_WEIGHTS, FORM_WEIGHTS } from "./weights"

/**
 * One way in which a word may stand in a document: the text of a `tsquery`, and what a hit by it is worth.
 * @property is_stemmed whether every document that has it is found by the word's stem: it counts for the score alone
 */
export type Form = { query: string; weight: number; is_stemmed?: true }

/** What has to be found for a word of the query, or for several that have a synonym together: any one of its forms. */
export type Unit = { forms: Form[]; words: QueryWord[] }

export type Matching = {
  units: Unit[]
  /** The words side by side, for what stands so; null for a single word. */
  phrase: string | null
  /** The whole query as one code (`AB 12-34`); null where it cannot be one. */
  code: string | null
}

/**
 * How much of a query has to be found: every word; all but those that only say what for (`telefon uchun chexol`); half of the
 * words, for want of better; any.
 */
export type Strategy = "all" | "core" | "half" | "any"

export type MatchingOptions = {
  isTypeahead: boolean
  labels?: string
}

const lexeme = (text: string) => `'${text.replace(/['\\]/g, "$&$&")}'`
const or = (queries: string[]) => (queries.length === 1 ? queries[0] : `(${queries.join(" | ")})`)
const and = (queries: string[]) => (queries.length === 1 ? queries[0] : `(${queries.join(" & ")})`)

/** Digits from which the beginning of a code is enough. */
const CODE_BEGINS = 4

/**
 * What a query's words are looked for as.
 * @param options.isTypeahead whether the last word's beginning is enough
 * @param options.labels letters of the fields that are searched; none: all
 */
export function matchingOf(
  words: readonly QueryWord[],
  expansions: readonly Expansion[],
  { isTypeahead, labels = "" }: MatchingOptions
): Matching {
  const units: Unit[] = []
  for (let from = 0; from < words.length;) {
    const expansion = expansions.find((each) => each.from === from)
    const to = expansion?.to ?? from + 1
    const own = words.slice(from, to)
    const forms = own.map((word) => formsOf(word, isTypeahead))
    const synonyms = (expansion?.phrases ?? []).map(({ stems }) => ({
      query: and(stems.map((stem) => lexeme(stemLexeme(stem)))),
      weight: FORM_WEIGHTS.synonym,
    }))
    units.push({ forms: [...(own.length === 1 ? forms[0] : [together(forms)]), ...synonyms], words: own })
    from = to
  }
  return labels
    ? { units: units.map((unit) => labelled(unit, labels)), phrase: null, code: null }
    : { units, phrase: phraseOf(words), code: wholeCode(words) }
}

/** The same, in fields of some labels only. */
const labelled = ({ forms, words }: Unit, labels: string): Unit => ({
  words,
  forms: forms.map(({ query, ...form }) => ({
    ...form,
    query: query.replace(
      /('[^']+')(:\*)?/g,
      (_, word: string, open?: string) => `${word}:${open ? "*" : ""}${labels}`
    ),
  })),
})

/** Words that have a synonym together have to be there together. */
const together = (forms: Form[][]): Form => ({
  query: and(forms.map((each) => or(each.map(({ query }) => query)))),
  weight: FORM_WEIGHTS.exact,
})

function formsOf({ folded, stem, others, isLast, isCode, raw }: QueryWord, isTypeahead: boolean): Form[] {
  const isOpen = isTypeahead && isLast
  const said = [
    { folded, stem, weight: 1 },
    ...others.map((other) => ({ ...other, stem: stemOf(other.folded) })),
  ]
  const forms = said.flatMap(({ folded: word, stem: root, weight }) => [
    { query: lexeme(word), weight: weight * FORM_WEIGHTS.exact, is_stemmed: true as const },
    { query: lexeme(stemLexeme(root)), weight: weight * FORM_WEIGHTS.stem },
    ...(isOpen ? [{ query: `${lexeme(word)}:*`, weight: weight * FORM_WEIGHTS.prefix }] : []),
  ])
  return [...forms, ...codesOf(raw, isCode)]
}

function codesOf(raw: string, isCode: boolean): Form[] {
  const form = codeForm(raw)
  if (!form || !/\d/.test(form)) {
    return []
  }
  const begins = isCode || form.replace(/\D/g, "").length >= CODE_BEGINS
  return [
    { query: lexeme(codeLexeme(form)), weight: CODE_WEIGHTS.whole },
    ...(begins ? [{ query: `${lexeme(codeLexeme(form))}:*`, weight: CODE_WEIGHTS.beginning }] : []),
  ]
}

function phraseOf(words: readonly QueryWord[]): string | null {
  return words.length < 2
    ? null
    : words.map(({ folded, stem }) => `(${lexeme(folded)} | ${lexeme(stemLexeme(stem))})`).join(" <-> ")
}

function wholeCode(words: readonly QueryWord[]): string | null {
  const form = codeForm(words.map(({ raw }) => raw).join(""))
  return words.length > 1 && form.length >= 3 && /\d/.test(form) ? lexeme(codeLexeme(form)) : null
}

/** The `tsquery` of one unit. A word's own lexeme adds nothing to its stem's, and reading it would take as long again. */
export const unitQuery = ({ forms }: Unit): string =>
  or([...new Set(forms.filter(({ is_stemmed }) => !is_stemmed).map(({ query }) => query))])

const isPurpose = ({ words }: Unit) => words.every((word) => word.isPurpose)
const isNumber = ({ words }: Unit) => words.every(({ folded }) => /^\d+$/.test(folded))

/** The units that a strategy asks for: the rest only add to the score. None where it has nothing of its own to ask. */
export function askedUnits({ units }: Matching, strategy: Strategy): Unit[] {
  switch (strategy) {
    case "core":
      return units.some(isPurpose) ? units.filter((unit) => !isPurpose(unit)) : []
    case "half":
      // Not all that has a 5 for `playstation 5`.
      return units.length > 1 ? units.filter((unit) => !isNumber(unit)) : []
    default:
      return units
  }
}

/** The `tsquery` of what is found; of strategy "half" it says that one word is there, and `halfOf` the rest. */
export function matchQuery(matching: Matching, strategy: Strategy): string {
  const queries = askedUnits(matching, strategy).map(unitQuery)
  const found = strategy === "all" || strategy === "core" ? and(queries) : or(queries)
  return matching.code ? or([found, matching.code]) : found
}

/** How many of the units, numbers too, strategy "half" wants. */
export const halfOf = ({ units }: Matching): number => Math.ceil(units.length / 2)

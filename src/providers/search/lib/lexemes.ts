import { foldWord, stemsOf, tokensOf } from "../../../lib/words"
import { Label } from "./plan"

/**
 * How words stand in a `tsvector`: a folded word as it is, a stem behind "=", a code behind "#". All of a–z and 0–9, so they
 * never meet, and nothing has to be quoted.
 */
export const stemLexeme = (stem: string) => `=${stem}`
export const codeLexeme = (code: string) => `#${code}`

/** Letters and digits of a code in the one form of all scripts: `AB-12/3` and `АБ 12-3` are ab123. Empty for what has none. */
export const codeForm = (code: string): string =>
  foldWord(code.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, ""))

/** PostgreSQL keeps 255 places of a lexeme and none beyond 16383. */
const LAST_PLACE = 16_000
/** Words of one field, and lexemes of a document: its row stays within one page, where nothing has to be unpacked. */
const MOST_WORDS = 300
const MOST_LEXEMES = 500
/** Words of different fields are never side by side. */
const GAP = 10
const LONGEST_TEXT = 4_000

/** Words that say what a thing is for count less, so that a phone stands before its cases (`iPhone 15 uchun g‘ilof`). */
const OF_PURPOSE: Record<Label, Label> = { A: "B", B: "C", C: "C", D: "D" }

export type Part = { text: string; label: Label }

/**
 * Collects the words of a document, field by field, the heaviest first. Of the lightest fields, the long ones, only stems are
 * kept, and no places: rows are half as long, and ranking reads every match.
 */
export class Lexemes {
  private readonly places = new Map<string, string[]>()
  private place = 1
  readonly words = new Set<string>()

  /** @returns how many words the text has */
  addText({ text, label }: Part): number {
    const tokens = tokensOf(text, LONGEST_TEXT).slice(0, MOST_WORDS)
    for (const { folded, parts, isPurpose } of tokens) {
      const weight = isPurpose ? OF_PURPOSE[label] : label
      for (const word of new Set([folded, ...parts])) {
        if (label !== "D") {
          this.add(word, weight)
          this.words.add(word)
        }
        stemsOf(word).forEach((stem) => this.add(stemLexeme(stem), weight))
      }
      this.place = Math.min(LAST_PLACE, this.place + 1)
    }
    this.place = Math.min(LAST_PLACE, this.place + GAP)
    return tokens.length
  }

  addCode(code: string): void {
    const form = codeForm(code)
    if (form) {
      this.add(codeLexeme(form), "A")
    }
  }

  private add(lexeme: string, label: Label): void {
    const at = this.places.get(lexeme) ?? []
    if (at.length < 8 && (at.length > 0 || this.places.size < MOST_LEXEMES)) {
      this.places.set(lexeme, label === "D" ? at : [...at, `${this.place}${label}`])
    }
  }

  /** The text form of a `tsvector`. */
  toString(): string {
    return [...this.places]
      .map(
        ([lexeme, at]) => `'${lexeme.replace(/['\\]/g, "$&$&")}'${at.length > 0 ? ":" : ""}${at.join(",")}`
      )
      .join(" ")
  }
}

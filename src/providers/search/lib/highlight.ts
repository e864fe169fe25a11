import { ProviderSearchQuery } from "@medusajs/framework/types"
import { readDocumentPath } from "@medusajs/framework/utils"
import { foldWord, stemsOf } from "../../../lib/words"
import { Matching } from "./matching"

const WORD = /[\p{L}\p{M}\p{N}'‘’ʻʼ`´]+/gu
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign])
const DEFAULT_LENGTH = 160

/**
 * The texts of a hit with what was found in them marked. They are HTML: what companies wrote is escaped, the marks are not.
 * @returns undefined when no marks were asked for
 */
export function highlighter(
  { search_options }: ProviderSearchQuery,
  searchable: string[],
  matching: Matching
): ((document: Record<string, unknown>) => Record<string, string[]>) | undefined {
  const wanted = search_options?.highlight
  if (!wanted) {
    return undefined
  }
  const { fields = search_options?.attributes_to_search_on ?? searchable, ...rest } =
    wanted === true ? {} : wanted
  const isFound = foundBy(matching)
  return (document) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const texts = readDocumentPath(document, field.split(".")).map(String)
        const marked = texts.map((text) => mark(text, isFound, rest)).filter((text) => text !== null)
        return marked.length > 0 ? [[field, marked] as const] : []
      })
    )
}

type Style = { pre_tag?: string; post_tag?: string; snippet?: boolean | { length: number } }

function mark(
  text: string,
  isFound: (word: string) => boolean,
  { pre_tag, post_tag, snippet }: Style
): string | null {
  const [pre, post] = [pre_tag ?? "<mark>", post_tag ?? "</mark>"]
  const first = [...text.matchAll(WORD)].find(([word]) => isFound(word))
  if (!first) {
    return null
  }
  const length = typeof snippet === "object" ? snippet.length : DEFAULT_LENGTH
  const from = snippet ? Math.max(0, first.index - Math.floor(length / 3)) : 0
  const part = snippet ? text.slice(from, from + length) : text
  let at = 0
  let html = ""
  for (const { 0: word, index } of part.matchAll(WORD)) {
    html += escaped(part.slice(at, index)) + (isFound(word) ? pre + escaped(word) + post : escaped(word))
    at = index + word.length
  }
  return html + escaped(part.slice(at))
}

/** Whether a word of a text is what was asked for, in one of its forms. */
function foundBy({ units }: Matching): (word: string) => boolean {
  const queries = units.flatMap(({ forms }) =>
    forms.flatMap(({ query }) => query.match(/'[^']+'(:\*)?/g) ?? [])
  )
  const lexemes = new Set(queries.filter((query) => !query.endsWith(":*")).map((query) => query.slice(1, -1)))
  const beginnings = queries.filter((query) => query.endsWith(":*")).map((query) => query.slice(1, -3))
  return (word) => {
    const folded = foldWord(word)
    return (
      folded !== "" &&
      (lexemes.has(folded) ||
        stemsOf(folded).some((stem) => lexemes.has(`=${stem}`)) ||
        beginnings.some((beginning) => folded.startsWith(beginning)))
    )
  }
}

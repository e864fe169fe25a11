import { readDocumentPath } from "@medusajs/framework/utils"
import { SearchDocument } from "@medusajs/framework/types"
import { Column, IndexPlan } from "./plan"
import { Lexemes } from "./lexemes"
import { qualityOf } from "./weights"

/** A document as a row: what it is found, ordered and filtered by. */
export type IndexRow = {
  id: string
  words: string
  /** What the vocabulary learns. */
  vocabulary: string[]
  title_words: number
  quality: number
  columns: unknown[]
  document: string
}

const valuesOf = (document: SearchDocument, path: string): unknown[] =>
  readDocumentPath(document, path.split("."))
const textsOf = (document: SearchDocument, path: string) => valuesOf(document, path).map(String)

/** Puts a document in the form of its table. */
export function rowOf(document: SearchDocument, plan: IndexPlan): IndexRow {
  const lexemes = new Lexemes()
  const titles: number[] = []
  if (plan.own.codes) {
    textsOf(document, plan.own.codes).forEach((code) => lexemes.addCode(code))
  }
  for (const { path, label } of plan.searchable) {
    for (const text of textsOf(document, path)) {
      const count = path === plan.own.codes ? 0 : lexemes.addText({ text, label })
      if (label === "A" && count > 0) {
        titles.push(count)
      }
    }
  }
  return {
    id: String(document[plan.primary_key]),
    words: lexemes.toString(),
    vocabulary: [...lexemes.words].filter(isWordOfVocabulary),
    title_words: Math.min(1_000, ...(titles.length ? titles : [0])),
    quality: qualityOfDocument(document, plan),
    columns: [...plan.columns.values()].map((column) => columnValue(document, column)),
    document: JSON.stringify(document),
  }
}

/** Numbers are not mistyped words, and nobody asks for a word of one letter. */
const isWordOfVocabulary = (word: string) => /[a-z]/.test(word) && word.length > 1 && word.length <= 40

function qualityOfDocument(document: SearchDocument, { own }: IndexPlan): number {
  const paths = own.quality
  if (!paths) {
    return 0
  }
  const numberAt = (path: string | undefined) => {
    const [value] = path ? valuesOf(document, path) : []
    return value === undefined ? null : Number(value)
  }
  const [stock] = paths.stock ? valuesOf(document, paths.stock) : []
  return qualityOf({
    rating: numberAt(paths.rating),
    sold: numberAt(paths.sold),
    likes: numberAt(paths.likes),
    in_stock: stock === undefined ? null : Boolean(stock),
  })
}

function columnValue(document: SearchDocument, { path, kind, is_array }: Column): unknown {
  const values = valuesOf(document, path).flatMap((value) => {
    const cast = CASTS[kind](value)
    return cast === undefined ? [] : [cast]
  })
  return is_array ? values : (values[0] ?? null)
}

const CASTS: Record<Column["kind"], (value: unknown) => unknown> = {
  text: (value) => String(value),
  number: (value) => (Number.isFinite(Number(value)) ? Number(value) : undefined),
  boolean: (value) => value === true || value === "true",
  date: (value) => {
    const date = value instanceof Date ? value : new Date(value as string)
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
  },
}

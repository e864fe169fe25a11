import { Cell } from "../../../../modules/exchange/lib/fields"
import { normalHeader } from "../../../../modules/exchange/lib/guess-mapping"
import { CellProblem, parseBounded, parseText, Read } from "../../../../modules/exchange/lib/values"
import { AMOUNT_MAX } from "../../../../modules/expense/lib/amount"
import { CategoryView } from "../../../../modules/expense/lib/categories"
import {
  Field,
  FIELDS,
  HEADERS,
  Method,
  METHOD_NAMES,
  METHOD_WORDS,
  METHODS,
  OTHER_HEADERS,
  REQUIRED,
} from "./fields"
import { readDay } from "./read-day"

/** Which column holds a field: its index from 0. */
export type Mapping = Partial<Record<Field, number>>
/** Why a row can't be taken, and in which of its cells. */
export type RowError = { field: Field } & CellProblem

/** An expense as a row of a file says it. */
export type RowExpense = {
  day: string
  amount: number
  category_id: string
  payee: string | null
  payment_method: Method
  note: string | null
}

/** What words mean, whatever their case, apostrophes and marks. */
function wordMap<Meaning>(pairs: Array<[words: string[], meaning: Meaning]>): ReadonlyMap<string, Meaning> {
  const entries = pairs.flatMap(([words, meaning]) =>
    words.map((word) => [normalHeader(word), meaning] as const).filter(([word]) => word !== "")
  )
  return new Map(entries)
}

const FIELD_BY_HEADER = wordMap(
  FIELDS.map((field) => [
    [...Object.values(HEADERS).map((headers) => headers[field]), ...OTHER_HEADERS[field]],
    field,
  ])
)

/** Which column is which field; of two columns with one meaning the one further left. */
export function mapHeaders(headers: string[]): Mapping {
  const mapping: Mapping = {}
  headers.forEach((header, index) => {
    const field = FIELD_BY_HEADER.get(normalHeader(header))
    if (field && mapping[field] === undefined) {
      mapping[field] = index
    }
  })
  return mapping
}

/** Required fields that no column holds. */
export const missingFields = (mapping: Mapping): Field[] =>
  REQUIRED.filter((field) => mapping[field] === undefined)

const METHOD_BY_WORD = wordMap(
  METHODS.map((method) => [
    [method, ...Object.values(METHOD_NAMES).map((names) => names[method]), ...METHOD_WORDS[method]],
    method,
  ])
)

/** Categories by what a sheet may call them: any of the three names, or the id. */
export type CategoriesByName = ReadonlyMap<string, CategoryView>
export function indexCategories(categories: CategoryView[]): CategoriesByName {
  // The later of two wins: one that is archived never hides a living one.
  const inOrder = [...categories].sort((a, b) => Number(b.is_archived) - Number(a.is_archived))
  return wordMap(inOrder.map((category) => [[category.id, ...Object.values(category.name)], category]))
}

function readCategory(cell: Cell, categories: CategoriesByName): Read<string> {
  const category = categories.get(normalHeader(String(cell)))
  return category && !category.is_archived
    ? { value: category.id }
    : {
        problem: {
          code: category ? "category_archived" : "unknown_category",
          params: { name: String(cell).slice(0, 100) },
        },
      }
}

function readMethod(cell: Cell): Read<Method> {
  const method = METHOD_BY_WORD.get(normalHeader(String(cell)))
  return method ? { value: method } : { problem: { code: "unknown_method" } }
}

/**
 * Reads a row. Every wrong cell is named, not the first one only.
 * @param context.today the day it is in Tashkent: nobody has spent what lies after it
 * @returns also what the cells said, for people to find the row by
 */
export function readRow(
  cells: Cell[],
  mapping: Mapping,
  { categories, today }: { categories: CategoriesByName; today: string }
): { values: Partial<RowExpense>; said: Partial<Record<Field, string>>; errors: RowError[] } {
  const readers: { [F in Field]: (cell: Cell) => Read<string | number> } = {
    day: (cell) => {
      const read = readDay(cell)
      return "value" in read && read.value > today ? { problem: { code: "day_in_future" } } : read
    },
    amount: (cell) => parseBounded(cell, { min: 0.01, max: AMOUNT_MAX, decimals: 2 }),
    category: (cell) => readCategory(cell, categories),
    payee: (cell) => parseText(cell, TEXT_MAX.payee),
    payment_method: readMethod,
    note: (cell) => parseText(cell, TEXT_MAX.note),
  }
  const values: Record<string, string | number | null> = { payee: null, note: null, payment_method: "cash" }
  const said: Partial<Record<Field, string>> = {}
  const errors: RowError[] = []
  for (const field of FIELDS) {
    const column = mapping[field]
    const cell = column === undefined ? "" : (cells[column] ?? "")
    if (String(cell).trim() === "") {
      if (REQUIRED.includes(field)) {
        errors.push({ field, code: "required" })
      }
      continue
    }
    said[field] = String(cell).slice(0, 200)
    const read = readers[field](cell)
    if ("problem" in read) {
      errors.push({ field, ...read.problem })
    } else {
      values[field === "category" ? "category_id" : field] = read.value
    }
  }
  return { values: values as Partial<RowExpense>, said, errors }
}

/** Letters that an expense's texts may have. */
export const TEXT_MAX = { payee: 200, note: 1000 }

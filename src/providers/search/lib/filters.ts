import { SearchFilters } from "@medusajs/framework/types"
import { SearchErrors } from "../errors"
import { Column, IndexPlan, SQL_TYPES } from "./plan"
import { valueFor } from "./values"

/** A condition with `?` places, and what stands in them. */
export type Condition = { sql: string; values: unknown[] }

export const TRUE: Condition = { sql: "true", values: [] }
const FALSE: Condition = { sql: "false", values: [] }

/** A filter of thousands of conditions is an attack or a mistake. */
const MOST_CONDITIONS = 500
const DEEPEST = 20

/**
 * The condition that a tree of filters says, on table `t`.
 * @throws {MedusaError} SEARCH_FILTER_INVALID
 */
export function compileFilters(filters: SearchFilters | undefined, plan: IndexPlan): Condition {
  let count = 0
  const compile = (tree: SearchFilters, depth: number): Condition => {
    const parts = Object.entries(tree).flatMap(([key, value]) => {
      if (value === undefined) {
        return []
      }
      if (++count > MOST_CONDITIONS || depth > DEEPEST) {
        throw SearchErrors.filterInvalid("too many conditions")
      }
      if (key === "$and" || key === "$or") {
        const branches = branchesOf(value, key).map((branch) => compile(branch, depth + 1))
        return [key === "$and" ? all(branches) : any(branches)]
      }
      if (key === "$not") {
        return [not(compile(treeOf(value, key), depth + 1))]
      }
      return [fieldCondition(columnOf(key, plan), value)]
    })
    return all(parts)
  }
  return filters ? compile(filters, 0) : TRUE
}

/** All of these; true for none. */
export function all(parts: Condition[]): Condition {
  return joined(
    parts.filter(({ sql }) => sql !== "true"),
    "and",
    TRUE
  )
}
const any = (parts: Condition[]) => joined(parts, "or", FALSE)
const joined = (parts: Condition[], word: string, none: Condition): Condition =>
  parts.length === 0
    ? none
    : {
        sql: parts.length === 1 ? parts[0].sql : `(${parts.map(({ sql }) => sql).join(` ${word} `)})`,
        values: parts.flatMap(({ values }) => values),
      }
/** What is unknown does not hold, so its opposite does. */
const not = ({ sql, values }: Condition): Condition => ({ sql: `(${sql}) is not true`, values })

function treeOf(value: unknown, key: string): SearchFilters {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw SearchErrors.filterInvalid(`${key} takes filters`)
  }
  return value as SearchFilters
}
function branchesOf(value: unknown, key: string): SearchFilters[] {
  if (!Array.isArray(value)) {
    throw SearchErrors.filterInvalid(`${key} takes a list of filters`)
  }
  return value.map((branch) => treeOf(branch, key))
}

function columnOf(path: string, plan: IndexPlan): Column {
  const column = plan.columns.get(path)
  if (!column) {
    throw SearchErrors.filterInvalid(path)
  }
  return column
}

function fieldCondition(column: Column, value: unknown): Condition {
  if (value === null || typeof value !== "object" || value instanceof Date) {
    return OPERATORS.$eq(column, value)
  }
  if (Array.isArray(value)) {
    return OPERATORS.$in(column, value)
  }
  return all(
    Object.entries(value as Record<string, unknown>).flatMap(([operator, operand]) => {
      const make = OPERATORS[operator]
      if (!make) {
        throw SearchErrors.filterInvalid(`${column.path} ${operator}`)
      }
      return operand === undefined ? [] : [make(column, operand)]
    })
  )
}

const at = ({ name }: Column) => `t."${name}"`
const condition = (sql: string, ...values: unknown[]): Condition => ({ sql, values })

type Operator = (column: Column, operand: unknown) => Condition

/** A comparison; of an array, that one of its values passes. */
const compared =
  (sign: string): Operator =>
  (column, operand) => {
    const place = `cast(? as ${SQL_TYPES[column.kind]})`
    const value = valueFor(column, operand)
    return column.is_array
      ? condition(`exists (select 1 from unnest(${at(column)}) one where one ${sign} ${place})`, value)
      : condition(`${at(column)} ${sign} ${place}`, value)
  }

const listed: Operator = (column, operand) => {
  const values = listFor(column, operand)
  const place = `cast(? as ${SQL_TYPES[column.kind]}[])`
  const known = values.filter((value) => value !== null)
  const conditions = [
    ...(known.length
      ? [condition(column.is_array ? `${at(column)} && ${place}` : `${at(column)} = any(${place})`, known)]
      : []),
    ...(known.length < values.length ? [exists(column, false)] : []),
  ]
  return any(conditions)
}

const exists = (column: Column, wanted: boolean): Condition =>
  condition(
    column.is_array
      ? `(cardinality(${at(column)}) > 0) is ${wanted}`
      : `${at(column)} is ${wanted ? "not " : ""}null`
  )

const patterned =
  (pattern: (escaped: string) => string): Operator =>
  (column, operand) => {
    if (column.kind !== "text" || typeof operand !== "string") {
      throw SearchErrors.filterInvalid(`${column.path}: a pattern needs a text`)
    }
    const like = pattern(String(valueFor(column, operand)).replace(/[\\%_]/g, "\\$&"))
    return column.is_array
      ? condition(`exists (select 1 from unnest(${at(column)}) one where one like ?)`, like)
      : condition(`${at(column)} like ?`, like)
  }

const OPERATORS: Record<string, Operator> = {
  $eq: (column, operand) =>
    operand === null
      ? exists(column, false)
      : column.is_array
        ? contains(column, [operand])
        : compared("=")(column, operand),
  $ne: (column, operand) => not(OPERATORS.$eq(column, operand)),
  $in: listed,
  $nin: (column, operand) => not(listed(column, operand)),
  $lt: compared("<"),
  $lte: compared("<="),
  $gt: compared(">"),
  $gte: compared(">="),
  $exists: (column, operand) => exists(column, operand === true),
  $contains: (column, operand) => contains(column, Array.isArray(operand) ? operand : [operand]),
  $overlaps: listed,
  $prefix: patterned((text) => `${text}%`),
  $like: patterned((text) => `%${text}%`),
}

function contains(column: Column, operand: unknown[]): Condition {
  const values = listFor(column, operand)
  return column.is_array
    ? condition(`${at(column)} @> cast(? as ${SQL_TYPES[column.kind]}[])`, values)
    : all(values.map((value) => compared("=")(column, value)))
}

function listFor(column: Column, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) {
    throw SearchErrors.filterInvalid(`${column.path}: a list is needed`)
  }
  return operand.map((one) => (one === null ? null : valueFor(column, one)))
}

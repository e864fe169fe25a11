import { SearchFilters } from "@medusajs/framework/types"
import { Column, IndexPlan } from "../lib/plan"
import { valueFor } from "../lib/values"

/**
 * The filter of Meilisearch that a tree of filters says.
 * @returns null for what its grammar has no words for: PostgreSQL answers such a search
 */
export function meilisearchFilter(filters: SearchFilters | undefined, plan: IndexPlan): string | null {
  try {
    return compile(filters ?? {}, plan)
  } catch (error) {
    if (error instanceof NotSaid) {
      return null
    }
    throw error
  }
}

class NotSaid extends Error {}

const NOTHING = "id = ''"

function compile(tree: SearchFilters, plan: IndexPlan): string {
  const parts = Object.entries(tree).flatMap(([key, value]) => {
    if (value === undefined) {
      return []
    }
    if (key === "$and" || key === "$or") {
      const branches = (value as SearchFilters[]).map((branch) => compile(branch, plan) || `NOT ${NOTHING}`)
      return [
        branches.length > 0
          ? `(${branches.join(key === "$and" ? " AND " : " OR ")})`
          : key === "$and"
            ? ""
            : NOTHING,
      ]
    }
    if (key === "$not") {
      const inside = compile(value as SearchFilters, plan)
      return [inside ? `NOT (${inside})` : NOTHING]
    }
    return [field(key, value, plan)]
  })
  return parts.filter(Boolean).join(" AND ")
}

function field(path: string, value: unknown, plan: IndexPlan): string {
  const column = plan.columns.get(path)
  if (!column) {
    throw new NotSaid()
  }
  if (value === null || typeof value !== "object" || value instanceof Date) {
    return said(column, "$eq", value)
  }
  if (Array.isArray(value)) {
    return said(column, "$in", value)
  }
  return Object.entries(value)
    .filter(([, operand]) => operand !== undefined)
    .map(([operator, operand]) => said(column, operator, operand))
    .join(" AND ")
}

const SIGNS: Record<string, string> = { $lt: "<", $lte: "<=", $gt: ">", $gte: ">=" }

function said(column: Column, operator: string, operand: unknown): string {
  const { name } = column
  const list = () => (operand as unknown[]).map((one) => literal(column, one)).join(", ")
  switch (operator) {
    case "$eq":
      return operand === null ? empty(name) : `${name} = ${literal(column, operand)}`
    case "$ne":
      return operand === null ? `NOT (${empty(name)})` : `${name} != ${literal(column, operand)}`
    case "$in":
    case "$overlaps":
      return `${name} IN [${list()}]`
    case "$nin":
      return `${name} NOT IN [${list()}]`
    case "$exists":
      return operand ? `NOT (${empty(name)})` : `(${empty(name)})`
    case "$contains":
      return `(${
        [operand]
          .flat()
          .map((one) => `${name} = ${literal(column, one)}`)
          .join(" AND ") || `NOT ${NOTHING}`
      })`
    default:
      if (operator in SIGNS && column.kind !== "text" && column.kind !== "boolean") {
        return `${name} ${SIGNS[operator]} ${literal(column, operand)}`
      }
      throw new NotSaid()
  }
}

const empty = (name: string) => `(${name} IS NULL OR ${name} IS EMPTY)`

/** A value between quotes; within them only the quote and the backslash mean something. */
function literal(column: Column, value: unknown): string {
  if (value === null) {
    throw new NotSaid()
  }
  const fits = valueFor(column, value)
  if (column.kind === "number") {
    return String(fits)
  }
  return column.kind === "date"
    ? String(Date.parse(String(fits)))
    : `"${String(fits).replace(/[\\"]/g, "\\$&")}"`
}

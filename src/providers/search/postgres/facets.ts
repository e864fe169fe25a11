import { ProviderSearchQuery, SearchFacetRequest, SearchFacetResult } from "@medusajs/framework/types"
import { SearchErrors } from "../errors"
import { Condition } from "../lib/filters"
import { Column, IndexPlan, SQL_TYPES } from "../lib/plan"
import { valueFor } from "../lib/values"
import { Database, quoted } from "./database"

const DEFAULT_VALUES = 50
const MOST_VALUES = 1_000

/** Counts what was asked for over everything found, not the page: a statement for each field. */
export async function facetsOf(
  database: Database,
  table: string,
  plan: IndexPlan,
  { search_options }: ProviderSearchQuery,
  whereOf: () => Condition
): Promise<Record<string, SearchFacetResult> | undefined> {
  const requests = search_options?.facets
  if (!requests?.length) {
    return undefined
  }
  const where = whereOf()
  const facets: Record<string, SearchFacetResult> = {}
  for (const asked of requests) {
    const request: SearchFacetRequest = typeof asked === "string" ? { field: asked, type: "value" } : asked
    const column = plan.columns.get(request.field)
    if (!column) {
      throw SearchErrors.notSupported(`counting by ${request.field}`)
    }
    facets[request.field] = await facetOf(database, quoted(table), column, request, where)
  }
  return facets
}

function facetOf(
  database: Database,
  table: string,
  column: Column,
  request: SearchFacetRequest,
  where: Condition
) {
  switch (request.type) {
    case "stats":
      return stats(database, table, column, where)
    case "range":
      return ranges(database, table, column, request, where)
    default:
      return values(database, table, column, request, where)
  }
}

const from = (table: string, { name, is_array }: Column) =>
  is_array ? `${table} t, unnest(t.${quoted(name)}) one (value)` : `${table} t`
const valueOf = ({ name, is_array }: Column) => (is_array ? "one.value" : `t.${quoted(name)}`)

async function values(
  database: Database,
  table: string,
  column: Column,
  request: Extract<SearchFacetRequest, { type?: "value" }>,
  where: Condition
): Promise<SearchFacetResult> {
  const beginning = (request.query ?? "").replace(/[\\%_]/g, "\\$&")
  const limit = Math.min(request.limit ?? DEFAULT_VALUES, MOST_VALUES)
  const { rows } = await database.raw<{ value: string; count: number; all: string }>(
    `select value::text as value, count, sum(count) over () as all from (
       select ${valueOf(column)} as value, count(distinct t.id)::int as count from ${from(table, column)}
        where ${where.sql} and ${valueOf(column)} is not null ${beginning ? `and ${valueOf(column)}::text ilike ?` : ""}
        group by 1) counted
      order by ${request.sort === "alpha" ? "value" : "count desc, value"} limit ${Number(limit)}`,
    [...where.values, ...(beginning ? [`${beginning}%`] : [])]
  )
  const shown = rows.reduce((sum, { count }) => sum + count, 0)
  return {
    type: "value",
    values: rows.map(({ value, count }) => ({ value, count })),
    other_count: Number(rows[0]?.all ?? 0) - shown,
  }
}

async function ranges(
  database: Database,
  table: string,
  column: Column,
  { ranges: asked }: Extract<SearchFacetRequest, { type: "range" }>,
  where: Condition
): Promise<SearchFacetResult> {
  const parts: unknown[] = []
  const counts = asked.map(({ from: low, to: high }, place) => {
    const conditions = [
      [low, ">="],
      [high, "<"],
    ].flatMap(([bound, sign]) => {
      if (bound === undefined) {
        return []
      }
      parts.push(valueFor(column, bound))
      return [`${valueOf(column)} ${sign} cast(? as ${SQL_TYPES[column.kind]})`]
    })
    return `count(distinct t.id) filter (where ${conditions.join(" and ") || `${valueOf(column)} is not null`})::int as r${place}`
  })
  const { rows } = await database.raw<Record<string, number>>(
    `select ${counts.join(", ") || "1"} from ${from(table, column)} where ${where.sql}`,
    [...parts, ...where.values]
  )
  return {
    type: "range",
    ranges: asked.map((range, place) => ({
      ...range,
      key: range.key ?? `${range.from ?? "*"}-${range.to ?? "*"}`,
      count: rows[0][`r${place}`],
    })),
  }
}

async function stats(
  database: Database,
  table: string,
  column: Column,
  where: Condition
): Promise<SearchFacetResult> {
  const value = column.kind === "date" ? `extract(epoch from ${valueOf(column)}) * 1000` : valueOf(column)
  const { rows } = await database.raw<
    Record<"min" | "max" | "avg" | "sum", number | null> & { count: number }
  >(
    `select min(${value})::float8 as min, max(${value})::float8 as max, avg(${value})::float8 as avg,
            sum(${value})::float8 as sum, count(${value})::int as count
       from ${from(table, column)} where ${where.sql}`,
    where.values
  )
  const [{ min, max, avg, sum, count }] = rows
  return { type: "stats", min: min ?? 0, max: max ?? 0, avg: avg ?? undefined, sum: sum ?? undefined, count }
}

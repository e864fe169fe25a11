import { RowError, RowValues } from "../../../modules/exchange/lib/parse-row"
import { Action } from "../../../modules/exchange/lib/status"
import { changesOf, RowChanges } from "./changes"
import { InFile } from "./in-file"
import { Categories, Known, KnownListing, Match } from "./known"
import { findMatch } from "./match"
import { NewUnit, planNew } from "./plan-new"

export type ParsedRow = { id: string; number: number; values: RowValues; errors: RowError[] }

export type PlannedRow = {
  row: ParsedRow
  action: Action
  /** Line of the first row that is about the same goods. */
  unit: number
  errors: RowError[]
  match?: Match
  changes?: RowChanges
}

/** Goods that change, with the rows that change them. */
export type UpdateUnit = { listing: KnownListing; rows: PlannedRow[]; changes: RowChanges["listing"] }

export type Plan = { rows: PlannedRow[]; creates: NewUnit[]; updates: UpdateUnit[] }

/**
 * What a file (or the part of it whose turn it is) means for a company's goods. Pure: the check shows it, applying does
 * it, after planning again from what stands by then. Every row comes back, with all that is wrong with it.
 */
export function planRows(rows: ParsedRow[], known: Known, categories: Categories): Plan {
  const inFile = new InFile(rows)
  const planned = rows.map((row): PlannedRow => {
    const named = { ...row, values: inFile.withGroupName(row.values) }
    const base = { row: named, unit: row.number, errors: [...row.errors, ...inFile.twice(named)] }
    if (base.errors.length > 0) {
      return { ...base, action: "error" }
    }
    const found = findMatch(named.values, known)
    if ("error" in found) {
      return { ...base, action: "error", errors: [found.error] }
    }
    if (!found.match) {
      return { ...base, action: "create" }
    }
    const line = inFile.target(found.match.variant.id, row.number)
    if (line) {
      const errors = [{ field: null, code: "same_goods", params: { line } }]
      return { ...base, action: "error", errors }
    }
    const { changes, errors } = changesOf(named, found.match, categories)
    const isChange = Object.keys(changes.listing).length + Object.keys(changes.variant).length > 0
    const action = errors.length ? "error" : isChange ? "update" : "unchanged"
    return { ...base, action, errors, match: found.match, changes }
  })
  const updates = gatherUpdates(planned)
  const creates = planNew(planned, categories, inFile)
  return { rows: planned, creates, updates }
}

/** Rows about the same goods go together; two that say different things of them cannot both be right. */
function gatherUpdates(planned: PlannedRow[]): UpdateUnit[] {
  const units = new Map<string, UpdateUnit>()
  for (const plan of planned.filter(({ action }) => action === "update")) {
    const { listing } = plan.match!
    const unit = units.get(listing.id) ?? { listing, rows: [], changes: {} }
    const said = unit.changes as Record<string, unknown>
    const against = Object.entries(plan.changes!.listing).find(
      ([field, value]) => field in said && JSON.stringify(said[field]) !== JSON.stringify(value)
    )
    if (against) {
      const params = { line: unit.rows[0].row.number }
      plan.action = "error"
      plan.errors = [{ field: fieldOf(against[0]), code: "differs_in_group", params }]
      continue
    }
    Object.assign(unit.changes, plan.changes!.listing)
    plan.unit = unit.rows[0]?.row.number ?? plan.row.number
    unit.rows.push(plan)
    units.set(listing.id, unit)
  }
  return [...units.values()]
}

/** The column that a fact of goods stands in. */
export function fieldOf(fact: string): RowError["field"] {
  return (fact === "category_id" ? "category" : fact) as RowError["field"]
}

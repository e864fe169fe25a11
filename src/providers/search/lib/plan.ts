import { ResolvedSearchIndexDefinition, SearchFieldDefinition } from "@medusajs/framework/types"
import { SearchErrors } from "../errors"

/** What a field's column holds; dates are `timestamptz`. */
export type ColumnKind = "text" | "number" | "boolean" | "date"

/** A field that is filtered, sorted or counted by: a column of its own in the index's table. */
export type Column = { path: string; name: string; kind: ColumnKind; is_array: boolean }

/** PostgreSQL's labels of words, heaviest first; `weights.ts` says what each is worth. */
export type Label = "A" | "B" | "C" | "D"

/** What the definition says to this provider alone (`settings.provider_options.bozor`); values are paths of fields. */
export type OwnSettings = {
  /** Barcodes, article numbers and shop codes: found whole and by their beginnings, before everything else. */
  codes?: string
  /** Whose document it is: those of a company that is not active are not found, from the moment it is suspended. */
  company?: string
  /** Whether that company was private when the document was made: it is not found from the moment this is no longer so. */
  private?: string
  /** What makes one document better than another one that says the same. */
  quality?: { rating?: string; sold?: string; likes?: string; stock?: string }
}

export type IndexPlan = {
  primary_key: string
  /** In the order of their weight, so that what stands first in a document weighs most. */
  searchable: Array<{ path: string; label: Label }>
  columns: Map<string, Column>
  own: OwnSettings
}

export type PlannedIndex = Pick<ResolvedSearchIndexDefinition, "name" | "fields" | "primary_key" | "settings">

const KINDS: Partial<Record<SearchFieldDefinition["type"], ColumnKind>> = {
  keyword: "text",
  text: "text",
  integer: "number",
  float: "number",
  boolean: "boolean",
  date: "date",
}
export const SQL_TYPES: Record<ColumnKind, string> = {
  text: "text",
  number: "double precision",
  boolean: "boolean",
  date: "timestamptz",
}

const plans = new WeakMap<object, IndexPlan>()

/**
 * How an index is laid out in a table.
 * @throws {MedusaError} SEARCH_NOT_SUPPORTED for fields that neither engine of ours can hold
 */
export function planOf(index: PlannedIndex): IndexPlan {
  const known = plans.get(index.fields)
  if (known) {
    return known
  }
  const leaves = leavesOf(index.fields)
  const columns = leaves
    .filter(({ field }) => field.filterable || field.sortable || field.facetable)
    .map(columnOf)
  const searchable = leaves.flatMap(({ path, field }) =>
    field.searchable ? [{ path, label: labelOf(field.searchable) }] : []
  )
  const plan = {
    primary_key: index.primary_key,
    searchable: searchable.sort((a, b) => a.label.localeCompare(b.label)),
    columns: new Map(columns.map((column) => [column.path, column])),
    own: (index.settings?.provider_options?.bozor ?? {}) as OwnSettings,
  }
  plans.set(index.fields, plan)
  return plan
}

type Leaf = { path: string; field: SearchFieldDefinition; in_array: boolean }

function leavesOf(fields: Record<string, SearchFieldDefinition>, prefix = "", inArray = false): Leaf[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = prefix + name
    const in_array = inArray || field.array === true
    return field.type === "object"
      ? leavesOf(field.fields ?? {}, `${path}.`, in_array)
      : [{ path, field, in_array }]
  })
}

function columnOf({ path, field, in_array }: Leaf): Column {
  const kind = KINDS[field.type]
  if (!kind) {
    throw SearchErrors.notSupported(`a field of type ${field.type} (${path})`)
  }
  return { path, name: `f_${path.replace(/\W/g, "_").slice(0, 50)}`, kind, is_array: in_array }
}

/** @param searchable weight 8 and more: A; 4: B; 2: C; less, or none said: D */
function labelOf(searchable: NonNullable<SearchFieldDefinition["searchable"]>): Label {
  const weight = typeof searchable === "object" ? (searchable.weight ?? 1) : 1
  return weight >= 8 ? "A" : weight >= 4 ? "B" : weight >= 2 ? "C" : "D"
}

/**
 * The labels of some searchable fields; empty for all of them.
 * @throws {MedusaError} SEARCH_NOT_SUPPORTED unless they are all the fields of their weights: words know no more than these
 */
export function labelsOf({ searchable }: IndexPlan, paths: string[] | undefined): string {
  if (!paths || searchable.every(({ path }) => paths.includes(path))) {
    return ""
  }
  const labels = new Set(searchable.filter(({ path }) => paths.includes(path)).map(({ label }) => label))
  if (searchable.some(({ path, label }) => labels.has(label) && !paths.includes(path))) {
    throw SearchErrors.notSupported("searching some of the fields of one weight; name all of them")
  }
  return [...labels].join("")
}

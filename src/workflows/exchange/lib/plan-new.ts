import { RowError } from "../../../modules/exchange/lib/parse-row"
import { SINGLE_OPTION } from "../../../modules/listing/lib/draft"
import { listingFacts, RowChanges } from "./changes"
import { InFile } from "./in-file"
import { Categories } from "./known"
import { optionsKey } from "./match"
import { fieldOf, PlannedRow } from "./plan"
import { PriceParts, pricePartsOf } from "./price"

/** New goods, with the rows that make their kinds. */
export type NewUnit = {
  rows: PlannedRow[]
  facts: RowChanges["listing"] & { name_uz: string }
  options: Array<{ title: string; values: string[] }>
  prices: PriceParts[]
}

const MAX_KINDS = 100

/** Gathers rows that make goods; one that is wrong keeps the other kinds of its goods from being made without it. */
export function planNew(planned: PlannedRow[], categories: Categories, inFile: InFile): NewUnit[] {
  const groups = new Map<string, PlannedRow[]>()
  for (const plan of planned) {
    const key = groupKey(plan)
    const isNew = plan.action === "create" || (plan.action === "error" && !plan.match)
    if (isNew) {
      groups.set(key, [...(groups.get(key) ?? []), plan])
    }
  }
  return [...groups.values()].flatMap((rows) => {
    if (!rows.some(({ action }) => action === "create")) {
      return []
    }
    const unit = draftUnit(rows, categories, inFile)
    const broken = rows.find(({ action }) => action === "error")
    for (const plan of rows) {
      plan.unit = rows[0].row.number
      if (broken && plan.action === "create") {
        fail(plan, { field: null, code: "group_broken", params: { line: broken.row.number } })
      }
    }
    return broken ? [] : [unit]
  })
}

function groupKey({ row }: PlannedRow): string {
  const { group, options, name_uz } = row.values
  return group ? `group:${group}` : options && name_uz ? `name:${name_uz}` : `line:${row.number}`
}

function fail(plan: PlannedRow, error: RowError) {
  plan.action = "error"
  plan.errors.push(error)
}

function draftUnit(rows: PlannedRow[], categories: Categories, inFile: InFile): NewUnit {
  const unit: NewUnit = { rows, facts: {} as NewUnit["facts"], options: [], prices: [] }
  const titles = Object.keys(rows[0].row.values.options ?? {})
  const kinds = new Map<string, number>()
  for (const plan of rows.filter(({ action }) => action === "create")) {
    const { row } = plan
    const { options } = row.values
    const { facts, errors } = listingFacts(row, categories)
    errors.forEach((error) => fail(plan, error))
    mergeFacts(unit, plan, facts)
    if (!row.values.name_uz) {
      fail(plan, { field: "name_uz", code: "required" })
    }
    const line = inFile.named(row)
    const same = kinds.get(optionsKey(options))
    if (same !== undefined) {
      fail(plan, { field: "options", code: "same_kind", params: { line: same } })
    } else if (line) {
      fail(plan, { field: "name_uz", code: "twice_in_file", params: { line } })
    }
    kinds.set(optionsKey(options), row.number)
    if (kinds.size > MAX_KINDS) {
      fail(plan, { field: "group", code: "too_many_kinds", params: { max: MAX_KINDS } })
    }
    if (rows.length > 1 || options) {
      checkOptions(plan, titles)
    }
    const price = pricePartsOf(row.values)
    if ("error" in price) {
      fail(plan, price.error)
    } else {
      unit.prices.push(price.parts)
    }
  }
  unit.options = titles.map((title) => ({
    title,
    values: [...new Set(rows.map(({ row }) => row.values.options?.[title] ?? SINGLE_OPTION.value))],
  }))
  return unit
}

/** Facts of the goods as a whole: those of the first row that names them; a later one may only repeat them. */
function mergeFacts(unit: NewUnit, plan: PlannedRow, facts: RowChanges["listing"]) {
  const said = unit.facts as Record<string, unknown>
  for (const [fact, value] of Object.entries(facts)) {
    if (fact in said && JSON.stringify(said[fact]) !== JSON.stringify(value)) {
      const params = { line: unit.rows[0].row.number }
      fail(plan, { field: fieldOf(fact), code: "differs_in_group", params })
    } else {
      said[fact] = value
    }
  }
}

function checkOptions(plan: PlannedRow, titles: string[]) {
  const own = Object.keys(plan.row.values.options ?? {})
  const isRight =
    own.length > 0 && own.length === titles.length && titles.every((title) => own.includes(title))
  if (!isRight) {
    fail(plan, { field: "options", code: own.length ? "options_differ" : "required" })
  }
}

import type { SelectQueryBuilder, ObjectLiteral } from "typeorm"
import { ask, Legacy } from "./connection"
import { FoundTable } from "./detect"

export type Row = Record<string, unknown>

/** Source rows of a page. */
export const PAGE = 500

const column = (name: string) => `"r"."${name.replaceAll('"', '""')}"`

/** A select list of exactly the columns that are asked for, under the names that plans use. */
function selecting(legacy: Legacy, table: FoundTable, names?: string[]): SelectQueryBuilder<ObjectLiteral> {
  const builder = legacy.data.createQueryBuilder(legacy.runner).select([]).from(table.name, "r")
  const wanted = Object.entries(table.columns).filter(([ours]) => !names || names.includes(ours))
  for (const [ours, theirs] of wanted) {
    builder.addSelect(column(theirs), ours)
  }
  return builder
}

/** A table in pages by primary key. `names` limits the columns. */
export async function* pagesOf(
  legacy: Legacy,
  table: FoundTable | undefined,
  names?: string[]
): AsyncGenerator<Row[]> {
  let last: unknown
  while (table) {
    const builder = selecting(legacy, table, names).orderBy(column("id")).limit(PAGE)
    const rows: Row[] = await (
      last === undefined ? builder : builder.where(`${column("id")} > :last`, { last })
    ).getRawMany()
    if (rows.length > 0) {
      yield rows
    }
    if (rows.length < PAGE) {
      return
    }
    last = rows.at(-1)!.id
  }
}

/** A table whose ids are random, in pages by when its rows were made. */
export async function* pagesByAge(legacy: Legacy, table: FoundTable | undefined): AsyncGenerator<Row[]> {
  const at = table?.columns.created_at
  const made = at ? `coalesce(${column(at)}, '-infinity')` : `'-infinity'::timestamptz`
  let last: { made: string; id: string } | undefined
  while (table) {
    const builder = selecting(legacy, table)
      .addSelect(`(${made})::text`, "cursor_made")
      .addSelect(`${column("id")}::text`, "cursor_id")
      .orderBy(made)
      .addOrderBy(`${column("id")}::text`)
      .limit(PAGE)
    if (last) {
      builder.where(`(${made}, ${column("id")}::text) > (cast(:made as timestamptz), :id)`, last)
    }
    const rows: Row[] = await builder.getRawMany()
    if (rows.length > 0) {
      yield rows
    }
    if (rows.length < PAGE) {
      return
    }
    const { cursor_made: lastMade, cursor_id: id } = rows.at(-1) as { cursor_made: string; cursor_id: string }
    last = { made: lastMade, id }
  }
}

/** Rows whose column is one of some values. */
export async function rowsWith(
  legacy: Legacy,
  table: FoundTable | undefined,
  name: string,
  values: unknown[]
): Promise<Row[]> {
  if (!table?.columns[name] || values.length === 0) {
    return []
  }
  return selecting(legacy, table)
    .where(`${column(table.columns[name])} = any(:values)`, { values })
    .orderBy(column("id"))
    .getRawMany()
}

export async function countOf(legacy: Legacy, table: FoundTable | undefined): Promise<number> {
  if (!table) {
    return 0
  }
  const [{ count }] = await ask<{ count: string }>(legacy, `select count(*) as count from "${table.name}"`)
  return Number(count)
}

import { SourceRow } from "../types"
import { ask } from "./connection"
import { Session, tableOf } from "./session"
import { TableName } from "./tables"

/**
 * Which of some imported rows are still in their table. Categories are texts and have none of their own: they are never
 * missed. Of the two tables of expenses the part tells which one a row is of.
 */
export async function stillThere(
  session: Session,
  tables: TableName[],
  rows: SourceRow[]
): Promise<SourceRow[]> {
  const numbered = rows.filter(({ legacy_id: id }) => /^\d+$/.test(id))
  const found = rows.filter(({ legacy_id: id }) => !/^\d+$/.test(id))
  for (const name of tables) {
    const isFixed = name === "expenses"
    const mine = tables.length === 1 ? numbered : numbered.filter(({ part }) => (part !== "") === isFixed)
    const ids = mine.map(({ legacy_id: id }) => id)
    const there = new Set(tableOf(session, name) && ids.length > 0 ? await idsIn(session, name, ids) : [])
    found.push(...mine.filter(({ legacy_id: id }) => there.has(id)))
  }
  return found
}

async function idsIn(session: Session, name: TableName, ids: string[]): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    session.legacy,
    `select id::text as id from "${name}" where id = any($1)`,
    [ids]
  )
  return rows.map(({ id }) => id)
}

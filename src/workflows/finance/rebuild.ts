import { LOCK, SETTLE_BUYERS, SOURCE_DAYS, STEER_FEW, TAKE_ALL_MARKS, TAKE_MARKS } from "./lib/days-sql"
import { DELETE_ALL, DELETE_FACTS } from "./lib/delete-sql"
import { INSERT_DAYS, INSERT_GOODS, INSERT_GOODS_MONTHS, INSERT_SLICES } from "./lib/facts-sql"

/** Whatever runs a statement with named bindings (`:company`): a knex transaction, or a plain connection in one. */
export type Raw = <Row>(sql: string, bindings: Record<string, unknown>) => Promise<Row[]>

/** Up to here days are looked up one by one; more are cheaper in one sweep. */
const FEW = 31

type DayRow = { day: string }

const daysOf = (...rows: DayRow[][]) => [...new Set(rows.flat().map(({ day }) => day))].sort()

/**
 * Makes a company's facts of the marked days up to one anew. Run in a transaction: a change that is committed meanwhile leaves a
 * mark that was not taken, and so is counted next time; readers see the old facts until the commit, with their marks.
 * @returns days that were made anew; a handful of statements, however many
 */
export async function rebuildMarked(raw: Raw, company: string, until: string): Promise<string[]> {
  await raw(LOCK, { company })
  const marked = daysOf(await raw<DayRow>(TAKE_MARKS, { company, until }))
  if (marked.length === 0) {
    return []
  }
  if (marked.length <= FEW) {
    await raw(STEER_FEW, {})
  }
  const moved = await raw<DayRow>(SETTLE_BUYERS, { company, days: JSON.stringify(marked) })
  const days = daysOf(
    marked.map((day) => ({ day })),
    moved
  )
  await raw(DELETE_FACTS, { company, days: JSON.stringify(days) })
  await insertFacts(raw, company, days)
  return days
}

/** Empties a company's facts and makes all of them from source. Run in a transaction, as `rebuildMarked`. */
export async function rebuildAll(raw: Raw, company: string): Promise<string[]> {
  await raw(LOCK, { company })
  await raw(TAKE_ALL_MARKS, { company })
  for (const statement of DELETE_ALL) {
    await raw(statement, { company })
  }
  const days = daysOf(await raw<DayRow>(SOURCE_DAYS, { company }))
  await raw(SETTLE_BUYERS, { company, days: JSON.stringify(days) })
  await insertFacts(raw, company, days)
  return days
}

async function insertFacts(raw: Raw, company: string, days: string[]): Promise<void> {
  for (const statement of [INSERT_DAYS, INSERT_SLICES, INSERT_GOODS, INSERT_GOODS_MONTHS]) {
    await raw(statement, { company, days: JSON.stringify(days) })
  }
}

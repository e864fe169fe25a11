import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { dayEnd, dayStart } from "../../modules/ledger/lib/period"

export type EntryFilter = {
  actor?: string
  company_id?: string
  action?: string
  entity_type?: string
  entity_id?: string
  outcome?: string
  /** First and last day, both included, in Tashkent. */
  from?: string
  to?: string
  q?: string
}

type Row = Record<string, unknown> & { seq: number }
type Where = { text: string; values: unknown[] }

const SHORT = `e.id, e.seq::float8 as seq, e.at, e.duration_ms, e.actor_type, e.actor_id, e.actor_label, e.company_id,
  c.name as company_name, e.action, e.entity_type, e.entity_id, e.changed, e.outcome, e.status_code, e.error_code, e.address, e.count`
const WHOLE = `${SHORT}, e.before, e.after, e.body, e.prev_hash, e.hash`
const FROM = `from audit_entry e left join company c on c.id = e.company_id`

const EQUAL = ["company_id", "action", "entity_type", "entity_id", "outcome"] as const
/** What a search text is looked for in. */
const SEARCHED = ["actor_label", "action", "entity_id", "error_code", "address"] as const

const likeOf = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`

function whereOf(filter: EntryFilter, before?: number): Where {
  const conditions: Array<[string, ...unknown[]]> = [
    ...EQUAL.flatMap((name): Array<[string, unknown]> =>
      filter[name] ? [[`e.${name} = ?`, filter[name]]] : []
    ),
    ...(filter.actor
      ? [["(e.actor_id = ? or e.actor_label = ?)", filter.actor, filter.actor] as [string, ...unknown[]]]
      : []),
    ...(filter.from ? [["e.at >= ?", dayStart(filter.from)] as [string, unknown]] : []),
    ...(filter.to ? [["e.at < ?", dayEnd(filter.to)] as [string, unknown]] : []),
    ...(before === undefined ? [] : [["e.seq < ?", before] as [string, unknown]]),
    ...(filter.q
      ? [
          [
            `(${SEARCHED.map((name) => `e.${name} ilike ?`).join(" or ")})`,
            ...SEARCHED.map(() => likeOf(filter.q!)),
          ] as [string, ...unknown[]],
        ]
      : []),
  ]
  return {
    text: conditions.length > 0 ? `where ${conditions.map(([text]) => text).join(" and ")}` : "",
    values: conditions.flatMap(([, ...values]) => values),
  }
}

async function read<T>(container: MedusaContainer, statement: string, values: unknown[]): Promise<T[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: T[] }>(statement, values as string[])
  return rows
}

/** A page of the log, newest first, without rows and bodies: two statements. */
export async function listEntries(
  container: MedusaContainer,
  { limit, offset, ...filter }: EntryFilter & { limit: number; offset: number }
) {
  const { text, values } = whereOf(filter)
  const audit_entries = await read<Row>(
    container,
    `select ${SHORT} ${FROM} ${text} order by e.seq desc limit ? offset ?`,
    [...values, limit, offset]
  )
  const [{ count }] = await read<{ count: string }>(
    container,
    `select count(*) as count from audit_entry e ${text}`,
    values
  )
  return { audit_entries, count: Number(count), offset, limit }
}

/**
 * One entry with the rows before and after, and what was sent.
 * @throws {MedusaError} 404
 */
export async function retrieveEntry(container: MedusaContainer, id: string) {
  assertId(id, "audit entry id")
  const [audit_entry] = await read<Row>(container, `select ${WHOLE} ${FROM} where e.id = ?`, [id])
  if (!audit_entry) {
    throw notFound("Audit entry", id)
  }
  return audit_entry
}

const PAGE = 1_000

/** The whole log as filtered, newest first, in pages: as long as it may be, it never lies in memory at once. */
export async function* exportEntries(container: MedusaContainer, filter: EntryFilter): AsyncGenerator<Row> {
  let before: number | undefined
  do {
    const { text, values } = whereOf(filter, before)
    const rows = await read<Row>(
      container,
      `select ${WHOLE} ${FROM} ${text} order by e.seq desc limit ${PAGE}`,
      values
    )
    yield* rows
    before = rows.length === PAGE ? rows.at(-1)!.seq : undefined
  } while (before !== undefined)
}

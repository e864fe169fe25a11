import { Draft } from "../types"
import { GENESIS, hashOf } from "./chain"

/** Whatever runs a statement without parameters: a knex transaction, or a plain connection. */
export type Read = <Row>(statement: string) => Promise<Row[]>

export type Problem = {
  seq: number
  /** `gap`: entries are missing before this one; `broken`: it does not follow the one before; `changed`: its facts. */
  kind: "gap" | "broken" | "changed" | "head"
}

export type Verification = {
  is_sound: boolean
  /** Entries that were looked at. */
  checked: number
  first_seq: number | null
  /** The last link: kept elsewhere, it proves later that no end was cut off. */
  head: { seq: number; hash: string }
  /** What the retention removed: everything up to here. */
  anchor: { seq: number; hash: string; removed_at: string } | null
  /** The first twenty; `problem_count` says how many there are. */
  problems: Problem[]
  problem_count: number
}

type Link = Draft & { id: string; seq: string; prev_hash: string; hash: string }

const PAGE = 500
const SHOWN = 20

const FACTS = `seq::text as seq, id, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, duration_ms,
  actor_type, actor_id, actor_label, company_id, action, entity_type, entity_id, before, after, changed, body, outcome,
  status_code, error_code, address, count, prev_hash, hash`

/**
 * Recomputes the whole chain, page by page, from the last anchor to the head. The caller opens a snapshot, so that an
 * entry that is appended or a prefix that is removed meanwhile is not taken for tampering.
 * @param known a head that was noted earlier; it must still be in the chain, or have been removed by the retention
 */
export async function verifyChain(read: Read, known?: { seq: number; hash: string }): Promise<Verification> {
  const [anchor] = await read<{ seq: string; hash: string; removed_at: Date }>(
    `select seq::text as seq, hash, created_at as removed_at from audit_anchor order by audit_anchor.seq desc limit 1`
  )
  const start = { seq: Number(anchor?.seq ?? 0), hash: anchor?.hash ?? GENESIS }
  const problems: Problem[] = []
  let last = start
  let isKnown = !known || known.seq <= start.seq
  let checked = 0
  for (let rows = await page(read, -1); rows.length > 0; rows = await page(read, last.seq)) {
    for (const row of rows) {
      problems.push(...problemsOf(row, last))
      last = { seq: Number(row.seq), hash: row.hash }
      isKnown ||= last.seq === known!.seq && last.hash === known!.hash
    }
    checked += rows.length
  }
  if (!isKnown) {
    problems.push({ seq: known!.seq, kind: "head" })
  }
  return {
    is_sound: problems.length === 0,
    checked,
    first_seq: checked > 0 ? start.seq + 1 : null,
    head: last,
    anchor: anchor ? { ...start, removed_at: new Date(anchor.removed_at).toISOString() } : null,
    problems: problems.slice(0, SHOWN),
    problem_count: problems.length,
  }
}

function page(read: Read, after: number): Promise<Link[]> {
  return read<Link>(
    `select ${FACTS} from audit_entry where audit_entry.seq > ${after} order by audit_entry.seq limit ${PAGE}`
  )
}

function problemsOf(row: Link, last: { seq: number; hash: string }): Problem[] {
  const { prev_hash, hash, ...facts } = row
  const seq = Number(row.seq)
  return [
    ...(seq === last.seq + 1 ? [] : [{ seq, kind: "gap" as const }]),
    ...(prev_hash === last.hash ? [] : [{ seq, kind: "broken" as const }]),
    ...(hashOf(prev_hash, { ...facts, seq }) === hash ? [] : [{ seq, kind: "changed" as const }]),
  ]
}

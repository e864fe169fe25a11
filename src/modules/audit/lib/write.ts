import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { assertTransaction, sql } from "../../../lib/sql"
import { Draft, Entry, Finished } from "../types"
import { GENESIS, link } from "./chain"
import { CountedDenial } from "./denial-counter"

/** One chain, one writer at a time, over all processes. `audit_prune` takes the same lock. */
const LOCK = "select pg_advisory_xact_lock(hashtext('audit_entry'))"

/** The end of the chain: its last entry, or what the retention left of it. Needs the chain's lock. */
async function lastLink(context: Context): Promise<{ seq: number; hash: string }> {
  const [last] = await sql<{ seq: string; hash: string }>(
    context,
    `(select seq::text as seq, hash from audit_entry order by audit_entry.seq desc limit 1)
     union all (select seq::text as seq, hash from audit_anchor order by audit_anchor.seq desc limit 1) limit 1`
  )
  return { seq: Number(last?.seq ?? 0), hash: last?.hash ?? GENESIS }
}

async function insertEntries(context: Context, entries: Entry[]): Promise<void> {
  await sql(
    context,
    `insert into audit_entry (id, seq, at, duration_ms, actor_type, actor_id, actor_label, company_id, action, entity_type,
       entity_id, before, after, changed, body, outcome, status_code, error_code, address, count, prev_hash, hash)
     select r.id, r.seq, r.at, r.duration_ms, r.actor_type, r.actor_id, r.actor_label, r.company_id, r.action,
            r.entity_type, r.entity_id, nullif(r.before, 'null'), nullif(r.after, 'null'), r.changed,
            nullif(r.body, 'null'), r.outcome, r.status_code, r.error_code, r.address, r.count, r.prev_hash, r.hash
       from jsonb_to_recordset(?::jsonb) as r(id text, seq bigint, at timestamptz, duration_ms integer, actor_type text,
         actor_id text, actor_label text, company_id text, action text, entity_type text, entity_id text, before jsonb,
         after jsonb, changed jsonb, body jsonb, outcome text, status_code integer, error_code text, address text,
         count integer, prev_hash text, hash text)`,
    [JSON.stringify(entries)]
  )
}

async function append(context: Context, drafts: Draft[]): Promise<void> {
  if (drafts.length > 0) {
    await insertEntries(
      context,
      link(await lastLink(context), drafts, () => generateEntityId(undefined, "audit"))
    )
  }
}

/**
 * Puts finished writes into the chain and removes their intents.
 * @param isRetry what has an intent is written only while the intent is there: it may have been written before the
 * connection broke
 */
export async function appendFinished(
  context: Context,
  finished: Finished[],
  isRetry: boolean
): Promise<void> {
  assertTransaction(context)
  await sql(context, LOCK)
  const ids = finished.flatMap(({ intent_id }) => intent_id ?? [])
  const removed = await sql<{ id: string }>(
    context,
    `delete from audit_intent where id in (${ids.map(() => "?").join(", ") || "null"}) returning id`,
    ids
  )
  const living = new Set(removed.map(({ id }) => id))
  const due = finished.filter(({ intent_id }) => !isRetry || !intent_id || living.has(intent_id))
  await append(
    context,
    due.map(({ intent_id: _, ...draft }) => draft)
  )
}

/** Turns intents whose answer never came into `interrupted` entries, oldest first. */
export async function appendInterrupted(context: Context, before: Date): Promise<number> {
  assertTransaction(context)
  await sql(context, LOCK)
  const rows = await sql<{ draft: Draft }>(
    context,
    `delete from audit_intent where id in (select id from audit_intent where at < ? order by at limit 500)
      returning draft`,
    [before]
  )
  const drafts = rows.map(({ draft }) => ({ ...draft, outcome: "interrupted" as const }))
  await append(
    context,
    drafts.sort((a, b) => a.at.localeCompare(b.at))
  )
  return drafts.length
}

/** Turns the counted refusals of minutes that are over into entries. */
export async function appendDenials(context: Context, before: Date): Promise<number> {
  assertTransaction(context)
  await sql(context, LOCK)
  const rows = await sql<CountedDenial>(
    context,
    `delete from audit_denial where id in (select id from audit_denial where minute < ? order by minute limit 500)
      returning to_char(minute at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as minute, action, status_code,
        error_code, address, count`,
    [before]
  )
  await append(
    context,
    rows.map(({ minute, ...denial }) => ({
      ...NOTHING,
      ...denial,
      at: minute,
      outcome: denial.status_code === 401 || denial.status_code === 403 ? "denied" : "failed",
    }))
  )
  return rows.length
}

const NOTHING = {
  duration_ms: null,
  actor_type: "nobody" as const,
  actor_id: null,
  actor_label: null,
  company_id: null,
  entity_type: null,
  entity_id: null,
  before: null,
  after: null,
  changed: [],
  body: null,
}

import { generateEntityId } from "@medusajs/framework/utils"
import { Search } from "../types"
import { MOST_HISTORY, MOST_WAIT_HOURS } from "./limits"

/**
 * Who writes searches of somebody's, and who moves them, holds the lock together with others of the kind; who deletes them holds
 * it alone. So a deletion sees everything that was written before it, and everything that is written after it sees its mark.
 */
const LOCK = "hashtext('search_forgotten')"
export const LOCK_TO_DELETE = `select pg_advisory_xact_lock(${LOCK})`
/** Answers the database's time, by which the waiting searches of every process are older or newer than a deletion. */
export const LOCK_TO_WRITE = `select pg_advisory_xact_lock_shared(${LOCK}), clock_timestamp() as now`

/**
 * Writes searches, the sums of their days and their owners' histories; binding: the searches as JSON. One statement. What its
 * owner has deleted since is written as nobody's. Rows are written in the order of their keys, so that two processes never wait
 * for each other in a circle.
 */
export const WRITE = `
  with noted as (
    select * from jsonb_to_recordset(?::jsonb) as x(id text, text text, folded text, results integer, times integer, engine text,
      source text, locale text, owner_id text, owner_hash text, network_hash text, is_public boolean, at timestamptz,
      noted_at timestamptz)),
  gone as (
    select n.id from noted n where n.owner_hash is not null and (
      n.noted_at < now() - interval '${MOST_WAIT_HOURS} hours'
      or exists (select 1 from search_forgotten f where f.owner_hash = n.owner_hash and f.folded in ('', n.folded)
                    and f.forgotten_at >= n.noted_at))),
  input as (
    select n.id, text, folded, results, times, engine, source, locale, is_public, at,
           case when g.id is null then owner_id end as owner_id, case when g.id is null then owner_hash end as owner_hash,
           case when g.id is null then network_hash end as network_hash
      from noted n left join gone g on g.id = n.id),
  log as (
    insert into search_query (text, folded, results, times, engine, source, locale, owner_hash, network_hash, is_public, at)
    select text, folded, results, times, engine, source, locale, owner_hash, network_hash, is_public, at from input order by at),
  days as (
    insert into search_day as d (day, folded, locale, text, searches, zero_results, last_at, zero_at)
    select (at at time zone 'Asia/Tashkent')::date, folded, locale, (array_agg(text order by at desc))[1], sum(times),
           coalesce(sum(times) filter (where results = 0), 0), max(at), max(at) filter (where results = 0)
      from input group by 1, 2, 3 order by 1, 2, 3
    on conflict (day, folded, locale) do update set
      searches = d.searches + excluded.searches, zero_results = d.zero_results + excluded.zero_results,
      text = excluded.text, last_at = greatest(d.last_at, excluded.last_at),
      zero_at = greatest(d.zero_at, excluded.zero_at)),
  mine as (
    select distinct on (owner_id, folded) id, owner_id, folded, text, at from input where owner_id is not null
     order by owner_id, folded, at desc),
  history as (
    insert into search_history as h (id, owner_id, folded, text, searched_at)
    select id, owner_id, folded, text, at from mine order by owner_id, folded
    on conflict (owner_id, folded) do update set
      text = excluded.text, searched_at = greatest(h.searched_at, excluded.searched_at)),
  owners as (select owner_id, count(*) as new_ones from mine group by owner_id),
  old as (
    select h.id, row_number() over (partition by h.owner_id order by h.searched_at desc, h.id) + o.new_ones as place
      from search_history h join owners o on o.owner_id = h.owner_id
     where not exists (select 1 from mine m where m.owner_id = h.owner_id and m.folded = h.folded))
  delete from search_history h using old where h.id = old.id and old.place > ${MOST_HISTORY}`

/**
 * The binding of `WRITE`.
 * @param people.hashOf of an owner's id
 * @param people.members those of the owners who know what strangers do not
 * @param ahead_ms how far the database's clock is ahead of ours
 */
export function rowsOf(
  searches: Search[],
  people: { hashOf: (ownerId: string) => string; members: ReadonlySet<string> },
  ahead_ms: number
): string {
  return JSON.stringify(
    searches.map((search, index) => ({
      ...search,
      id: generateEntityId(undefined, "shis"),
      owner_hash: search.owner_id === null ? null : people.hashOf(search.owner_id),
      is_public: search.is_public && !(search.owner_id !== null && people.members.has(search.owner_id)),
      // Searches of one millisecond keep their order.
      at: new Date(search.at).toISOString().replace("Z", `${String(index % 1_000).padStart(3, "0")}Z`),
      noted_at: new Date(search.at + ahead_ms).toISOString(),
    }))
  )
}

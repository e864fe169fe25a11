import { MOST_HISTORY } from "./limits"

/**
 * Statements on the searches of one customer or visitor. What they take away is not told from the log's rows any more either,
 * and is marked, because other processes may have more of it waiting to be written. Owners are arrays in JSON: a customer comes
 * with the visitor that they were.
 */

export const READ = `select id, text, searched_at from search_history where owner_id = ?
  order by searched_at desc, id limit ${MOST_HISTORY}`

const listOf = (json: string) => `(select jsonb_array_elements_text(${json}))`
const MARK = `insert into search_forgotten as f (owner_hash, folded, forgotten_at)`
const MARKED = `on conflict (owner_hash, folded) do update set forgotten_at = greatest(f.forgotten_at, excluded.forgotten_at)`

/** Bindings: owners, their hashes, id. */
export const DROP_ONE = `
  with who as (select ?::jsonb as ids, ?::jsonb as hashes),
  gone as (
    delete from search_history where id = ? and owner_id in ${listOf("(select ids from who)")} returning id, folded),
  mark as (
    ${MARK} select h, folded, clock_timestamp() from gone, who, jsonb_array_elements_text(hashes) h order by 1, 2 ${MARKED}),
  log as (
    update search_query q set owner_hash = null, network_hash = null from gone
     where q.owner_hash in ${listOf("(select hashes from who)")} and q.folded = gone.folded)
  select id from gone`

/** Bindings: owners, their hashes. */
export const DROP_ALL = `
  with who as (select ?::jsonb as ids, ?::jsonb as hashes),
  gone as (delete from search_history where owner_id in ${listOf("(select ids from who)")} returning id),
  mark as (
    ${MARK} select h, '', clock_timestamp() from who, jsonb_array_elements_text(hashes) h order by 1 ${MARKED}),
  log as (
    update search_query set owner_hash = null, network_hash = null
     where owner_hash in ${listOf("(select hashes from who)")})
  select count(*)::int as count from gone`

/**
 * Moves a visitor's searches to the customer they turned out to be.
 * Bindings: visitor, customer, both hashes, whether the customer knows what strangers do not.
 */
export const MERGE = `
  with who as (select ?::text as visitor, ?::text as customer, ?::text as visitor_hash, ?::text as customer_hash),
  gone as (
    delete from search_history where owner_id = (select visitor from who) returning id, folded, text, searched_at),
  log as (
    update search_query set owner_hash = (select customer_hash from who), is_public = is_public and not ?::boolean
     where owner_hash = (select visitor_hash from who)),
  put as (
    insert into search_history as h (id, owner_id, folded, text, searched_at)
    select 'shis_' || md5(id || (select customer from who)), (select customer from who), folded, text, searched_at from gone order by folded
    on conflict (owner_id, folded) do update set
      text = case when excluded.searched_at > h.searched_at then excluded.text else h.text end,
      searched_at = greatest(h.searched_at, excluded.searched_at))
  select count(*)::int as count from gone`

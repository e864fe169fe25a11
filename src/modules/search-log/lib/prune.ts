import { COMMON_NETWORKS, COMMON_PEOPLE, MOST_POPULAR, MOST_WAIT_HOURS } from "./limits"

/** Condition on rows of the log: enough different people, from enough different networks. */
const IS_COMMON = `count(distinct owner_hash) >= ${COMMON_PEOPLE} and count(distinct network_hash) >= ${COMMON_NETWORKS}`

/**
 * Decides on texts of days that leave the log, before the log's rows go: one that enough people have asked for stays, of any
 * other only the numbers do, without the text. Bindings: the last day that leaves, how many rows at most.
 */
const SETTLE = `
  with old as (
    select day, folded, locale from search_day where day <= ?::date and not is_common and folded <> ''
     order by day, folded, locale limit ? for update),
  judged as (
    select o.*, (select ${IS_COMMON} from search_query q where q.folded = o.folded) as is_common from old o),
  kept as (
    update search_day d set is_common = true from judged j
     where j.is_common and d.day = j.day and d.folded = j.folded and d.locale = j.locale),
  gone as (
    delete from search_day d using judged j
     where not j.is_common and d.day = j.day and d.folded = j.folded and d.locale = j.locale
    returning d.day, d.locale, d.searches, d.zero_results),
  sums as (
    insert into search_day as d (day, folded, locale, text, searches, zero_results)
    select day, '', locale, '', sum(searches), sum(zero_results) from gone group by day, locale order by day, locale
    on conflict (day, folded, locale) do update set
      searches = d.searches + excluded.searches, zero_results = d.zero_results + excluded.zero_results)
  select (select count(*) from old)::int as count`

/** Bindings of both: the time before which they go, how many at most. */
const FORGET_LOG = `
  with old as (select id from search_query where at < ? order by at limit ? for update skip locked),
  gone as (delete from search_query q using old where q.id = old.id returning q.id)
  select count(*)::int as count from gone`
const FORGET_HISTORY = `
  with old as (
    select id from search_history where searched_at < ? order by searched_at limit ? for update skip locked),
  gone as (delete from search_history h using old where h.id = old.id returning h.id)
  select count(*)::int as count from gone`
/** Marks of what was deleted: nothing that is older waits to be written. */
const FORGET_MARKS = `
  with old as (
    select owner_hash, folded from search_forgotten
     where forgotten_at < ?::timestamptz - interval '${2 * MOST_WAIT_HOURS} hours' order by forgotten_at limit ? for update skip locked),
  gone as (
    delete from search_forgotten f using old where f.owner_hash = old.owner_hash and f.folded = old.folded returning 1)
  select count(*)::int as count from gone`

/** What is pruned in batches; each statement answers how many rows it was about. */
export const PRUNING = {
  texts: SETTLE,
  log: FORGET_LOG,
  history: FORGET_HISTORY,
  marks: FORGET_MARKS,
} as const

/** Makes anew what is popular: asked for by enough different people since a time, and such that strangers find it. Binding: that time. */
export const POPULAR = `
  with common as (
    select folded, mode() within group (order by text) as text, mode() within group (order by locale) as locale,
           count(distinct owner_hash)::int as people, count(*)::int as searches
      from search_query where at > ? and results > 0 and is_public and owner_hash is not null and folded <> ''
     group by folded having ${IS_COMMON}
     order by people desc, folded limit ${MOST_POPULAR}),
  gone as (
    delete from search_popular p where not exists (select 1 from common c where c.folded = p.folded))
  insert into search_popular as p (folded, text, locale, people, searches)
  select folded, text, locale, people, searches from common order by folded
  on conflict (folded) do update set text = excluded.text, locale = excluded.locale, people = excluded.people,
    searches = excluded.searches`

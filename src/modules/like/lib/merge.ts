import { counted } from "./counted"
import { IS_GUEST, MOST_LIKES } from "./limits"

/**
 * Moves what a visitor has liked to the customer they turned out to be; bindings: visitor, customer. What the customer likes
 * already counts once; beyond the most that one may like, the oldest are let go. The likes are moved and not copied, so that
 * a token that somebody else has signed in with has nothing left to give. One statement.
 */
export const MERGE = `
  with who as (select ?::text as visitor, ?::text as customer),
  theirs as (
    select product_id, liked_at from product_like where owner_id = (select visitor from who)
     order by product_id for update),
  gone as (
    delete from product_like l using theirs t where l.owner_id = (select visitor from who) and l.product_id = t.product_id
    returning l.owner_id, l.product_id, l.liked_at),
  wanted as (
    select g.product_id, g.liked_at from gone g
     where not exists (select 1 from product_like m
                        where m.owner_id = (select customer from who) and m.product_id = g.product_id)
     order by g.liked_at desc, g.product_id
     limit (select greatest(0, ${MOST_LIKES} - coalesce(max(like_count), 0)) from like_owner
             where owner_id = (select customer from who))),
  put as (
    insert into product_like (owner_id, product_id, liked_at)
    select (select customer from who), product_id, liked_at from wanted order by product_id
    on conflict do nothing returning owner_id, product_id),
  moved as (
    select owner_id, product_id, -1 as n from gone union all select owner_id, product_id, 1 from put),
  goods as (
    insert into product_like_count as k (product_id, like_count)
    select product_id, sum(n) from moved group by product_id having sum(n) <> 0 order by product_id
    on conflict (product_id) do update set like_count = k.like_count + excluded.like_count returning product_id),
  owners as (
    insert into like_owner as o (owner_id, like_count)
    select owner_id, sum(n) from moved where (select count(*) from goods) >= 0 group by owner_id order by owner_id
    on conflict (owner_id) do update set like_count = o.like_count + excluded.like_count)
  select (select count(*) from put)::int as merged`

/** Forgets likes of visitors that are older than a time; bindings: the time, how many at most. */
export const FORGET = `
  with old as (
    select owner_id, product_id from product_like where ${IS_GUEST} and liked_at < ?
     order by liked_at limit ? for update skip locked),
  gone as (
    delete from product_like l using old where l.owner_id = old.owner_id and l.product_id = old.product_id
    returning l.owner_id, l.product_id),
  ${counted("gone", "-")}
  select (select count(*) from gone)::int as removed`

/**
 * Counters are changed by the statement that changes the likes, by the rows that it has really written or removed. Rows are
 * locked in one order everywhere (likes, then goods, then owners), so that two statements never wait for each other.
 *
 * @param rows name of a CTE with `owner_id` and `product_id`, one row per like
 * @param sign `+` for rows that were written, `-` for rows that were removed
 * @returns two CTEs, `<rows>_counted` with the new count of each product, and `<rows>_held`
 */
export const counted = (rows: string, sign: "+" | "-") => `
  ${rows}_counted as (
    insert into product_like_count as k (product_id, like_count)
    select product_id, ${sign}count(*) from ${rows} group by product_id order by product_id
    on conflict (product_id) do update set like_count = k.like_count + excluded.like_count
    returning product_id, like_count),
  ${rows}_held as (
    insert into like_owner as o (owner_id, like_count)
    select owner_id, ${sign}count(*) from ${rows}
     where (select count(*) from ${rows}_counted) > 0 group by owner_id order by owner_id
    on conflict (owner_id) do update set like_count = o.like_count + excluded.like_count)`

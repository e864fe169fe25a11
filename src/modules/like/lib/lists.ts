/** Statements on named lists. Limits are constraints of the counters that each of them changes. */

export const CREATE = `
  with put as (
    insert into like_list (id, customer_id, name) values (?, ?, ?) returning id, customer_id),
  held as (
    insert into like_owner as o (owner_id, list_count) select customer_id, 1 from put
    on conflict (owner_id) do update set list_count = o.list_count + 1)
  select id from put`

/** The goods of the list go with it by its foreign key. */
export const DELETE = `
  with gone as (
    delete from like_list where id = ? and customer_id = ? and deleted_at is null returning id, customer_id),
  held as (update like_owner o set list_count = o.list_count - 1 from gone where o.owner_id = gone.customer_id)
  select id from gone`

export const RENAME = `update like_list set name = ?, updated_at = now()
  where id = ? and customer_id = ? and deleted_at is null returning id`

/** A new secret puts the former one out of use; null shares it with nobody. */
export const SHARE = `update like_list set share_hash = ?, updated_at = now()
  where id = ? and customer_id = ? and deleted_at is null returning id`

/** What is not in the list stays out of it; the list answers whether it is this customer's. */
export const REMOVE_ITEM = `
  with mine as (select id from like_list where id = ? and customer_id = ? and deleted_at is null),
  gone as (
    delete from like_list_item i using mine where i.list_id = mine.id and i.product_id = ? returning i.list_id),
  held as (
    update like_list l set item_count = l.item_count - 1, updated_at = now() from gone where l.id = gone.list_id)
  select id from mine`

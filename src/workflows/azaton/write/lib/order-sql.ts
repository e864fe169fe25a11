/** Tables that an order has rows in. */
export const ORDER_TABLES = [
  "order",
  "order_item",
  "order_line_item",
  "order_summary",
  "order_transaction",
  "order_fulfillment",
  "order_payment_collection",
  "fulfillment",
  "fulfillment_item",
  "payment_collection",
  "payment_session",
  "payment",
  "capture",
  "order_group",
  "company_order",
  "company_order_line",
  "legacy_import_map",
]

/** Goods of products, as lines name them. */
export const GOODS = `
  select p.id as product_id, p.title as product_title, p.handle as product_handle, p.thumbnail, v.variant_id,
         v.title as variant_title, l.id as listing_id, l.company_id, v.inventory_item_id
    from product p
    join listing l on l.product_id = p.id and l.deleted_at is null
    join listing_variant v on v.listing_id = l.id and v.rank = 0 and v.deleted_at is null
   where p.id = any(?)`

export const LOCK_ORDERS = `
  select c.id from company_order c join "order" o on o.id = c.order_id where o.id = any(?) for update of c, o`

/** Everything of an order that somebody may change here: where it stands, its lines, its money, its parcels. */
export const ORDER_PRINT = `
  select o.id, md5(concat_ws('|', o.status, o.version, coalesce(o.customer_id, '-'), o.deleted_at is null, o.metadata, c.short_code,
         c.total, c.refunded_total, c.status, coalesce(extract(epoch from c.paid_at)::text, '-'),
         coalesce(extract(epoch from c.canceled_at)::text, '-'), coalesce(extract(epoch from c.delivered_at)::text, '-'),
         c.customer_name, c.customer_phone,
         (select string_agg(concat_ws(',', l.title, l.quantity, l.unit_price, l.total, l.cost, l.listing_id), ';' order by l.id)
            from company_order_line l where l.company_order_id = c.id and l.deleted_at is null),
         (select sum(t.amount) from order_transaction t where t.order_id = o.id and t.deleted_at is null),
         (select count(*) from order_fulfillment f where f.order_id = o.id and f.deleted_at is null),
         (select count(*) from company_refund r where r.company_order_id = c.id and r.deleted_at is null))) as print
    from "order" o join company_order c on c.order_id = o.id and c.deleted_at is null where o.id = any(?)`

export const PLACES = `
  select c.order_id, o.display_id, c.id as company_order_id, c.group_id
    from company_order c join "order" o on o.id = c.order_id where c.order_id = any(?)`

/** Ours first, then what points to Medusa's rows, then those. Each takes the orders' ids. */
export const DROP_ORDERS = [
  `delete from company_order_line l using company_order c where l.company_order_id = c.id and c.order_id = any(?)`,
  `with gone as (delete from company_order where order_id = any(?) returning group_id)
   delete from order_group g using gone where g.id = gone.group_id`,
  `with link as (delete from order_fulfillment where order_id = any(?) returning fulfillment_id)
   delete from fulfillment f using link where f.id = link.fulfillment_id`,
  `with link as (delete from order_payment_collection where order_id = any(?) returning payment_collection_id)
   delete from payment_collection p using link where p.id = link.payment_collection_id`,
  `delete from order_transaction where order_id = any(?)`,
  `delete from order_summary where order_id = any(?)`,
  `with item as (delete from order_item where order_id = any(?) returning item_id)
   delete from order_line_item l using item where l.id = item.item_id`,
  `delete from "order" where id = any(?)`,
]

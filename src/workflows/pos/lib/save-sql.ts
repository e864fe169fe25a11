/**
 * What a sale writes beside Medusa's order, statement by statement; all of them run in one transaction. Medusa's tables are
 * those of 2.21.2; `pos.spec.ts` compares the rows with those of Medusa's own fulfilment.
 */

const RAW = (amount: string) => `jsonb_build_object('value', trim_scale(${amount})::text, 'precision', 20)`
const ZERO = `'{"value":"0","precision":20}'::jsonb`

/** `has_order`: the order is the one that this call has made, line by line. */
export const LOCK_SALE = `
  select s.status, (select count(*) from order_item i where i.order_id = s.order_id and i.item_id = any(?)) = ? as has_order
    from pos_sale s where s.id = ? for update of s`

/** Pieces that a forced sale lacks, added on record: they have been sold, so they had been there. */
export const CORRECT_STOCK = `
  with lack as (
    select k.id, w.id as correction_id, w.item, (w.quantity - (k.stocked_quantity - k.reserved_quantity)) as missing
      from jsonb_to_recordset(?::jsonb) as w(id text, item text, quantity numeric, is_free boolean)
      join inventory_level k on k.inventory_item_id = w.item and k.location_id = ? and k.deleted_at is null
     where not w.is_free and k.stocked_quantity - k.reserved_quantity < w.quantity
  ), added as (
    update inventory_level k set stocked_quantity = k.stocked_quantity + lack.missing,
           raw_stocked_quantity = ${RAW("k.stocked_quantity + lack.missing")}, updated_at = now()
      from lack where k.id = lack.id
  )
  insert into pos_stock_correction (id, company_id, sale_id, inventory_item_id, location_id, quantity, note, created_by)
  select correction_id, ?, ?, item, ?, missing::int, ?, ? from lack`

/** Takes the goods off the shelf, never below what is promised to others; a short item is missing in the answer. */
export const TAKE_STOCK = `
  update inventory_level k
     set stocked_quantity = k.stocked_quantity - w.quantity,
         raw_stocked_quantity = ${RAW("k.stocked_quantity - w.quantity")}, updated_at = now()
    from jsonb_to_recordset(?::jsonb) as w(item text, quantity numeric, is_free boolean)
   where k.inventory_item_id = w.item and k.location_id = ? and k.deleted_at is null
     and (w.is_free or k.stocked_quantity - k.reserved_quantity >= w.quantity)
  returning k.inventory_item_id`

/** The order's goods have been handed over: a fulfilment that is delivered at once. */
export const HAND_OVER = `
  with parcel as (
    insert into fulfillment (id, location_id, packed_at, delivered_at, provider_id, data, requires_shipping, created_by)
    values (?, ?, ?, ?, (select id from fulfillment_provider where id = 'manual_manual'), '{}', false, ?) returning id
  ), link as (
    insert into order_fulfillment (id, order_id, fulfillment_id) select ?, ?, id from parcel
  ), item as (
    insert into fulfillment_item (id, title, sku, barcode, quantity, raw_quantity, line_item_id, inventory_item_id, fulfillment_id)
    select i.id, i.title, i.sku, i.barcode, i.quantity, ${RAW("i.quantity")}, i.line_item_id, i.inventory_item_id, parcel.id
      from parcel cross join jsonb_to_recordset(?::jsonb) as i(id text, title text, sku text, barcode text, quantity numeric,
           line_item_id text, inventory_item_id text)
  )
  update order_item set fulfilled_quantity = quantity, raw_fulfilled_quantity = raw_quantity,
         delivered_quantity = quantity, raw_delivered_quantity = raw_quantity, updated_at = now()
   where order_id = ? and deleted_at is null`

/** A payment collection with its one session, over exactly what the sale costs: what \`BOOK_CAPTURES\` then books. */
export const OPEN_PAYMENT = `
  with wanted as (select ?::numeric as amount), collection as (
    insert into payment_collection (id, currency_code, amount, raw_amount, status)
    select ?, 'uzs', amount, ${RAW("amount")}, 'not_paid' from wanted returning id, amount, raw_amount
  ), session as (
    insert into payment_session (id, currency_code, amount, raw_amount, provider_id, data, status, payment_collection_id)
    select ?, 'uzs', amount, raw_amount, ?, '{}', 'pending', id from collection
  )
  insert into order_payment_collection (id, order_id, payment_collection_id) select ?, ?, id from collection`

/**
 * The sale as an order group of one paid order with its frozen lines. `channel` is said here, because a trigger of the table
 * cannot see a group that is written in the same statement.
 */
export const WRITE_GROUP = `
  with s as (
    select * from jsonb_to_record(?::jsonb) as s(id text, sale_id text, group_id text, company_id text, order_id text,
           token text, short_code text, provider_id text, total numeric, discount numeric, commission_percent numeric,
           collection_id text, session_id text, customer_phone text, paid_at timestamptz)
  ), grp as (
    insert into order_group (id, cart_id, status, currency_code, total, raw_total, provider_id, token, paid_at)
    select group_id, 'pos:' || sale_id, 'paid', 'uzs', total, ${RAW("total")}, provider_id, token, paid_at from s
  ), ord as (
    insert into company_order (id, group_id, company_id, order_id, short_code, rank, currency_code, item_total, raw_item_total,
           shipping_total, raw_shipping_total, discount_total, raw_discount_total, tax_total, raw_tax_total, total, raw_total,
           commission_percent, raw_commission_percent, payment_collection_id, payment_session_id, customer_phone, paid_at,
           paid_provider_id, channel)
    select id, group_id, company_id, order_id, short_code, 0, 'uzs', total, ${RAW("total")}, 0, ${ZERO}, discount,
           ${RAW("discount")}, 0, ${ZERO}, total, ${RAW("total")}, commission_percent, ${RAW("commission_percent")},
           collection_id, session_id, customer_phone, paid_at, provider_id, 'pos' from s
  ), line as (
    insert into company_order_line (id, company_order_id, line_item_id, variant_id, listing_id, title, quantity, raw_quantity,
           unit_price, raw_unit_price, discount, raw_discount, total, raw_total, commission_percent, raw_commission_percent,
           cost, raw_cost, markup_percent, raw_markup_percent, ikpu, package_code, vat_percent, raw_vat_percent)
    select l.id, s.id, l.line_item_id, l.variant_id, l.listing_id, l.title, l.quantity, ${RAW("l.quantity")}, l.unit_price,
           ${RAW("l.unit_price")}, l.discount, ${RAW("l.discount")}, l.total, ${RAW("l.total")}, s.commission_percent,
           ${RAW("s.commission_percent")}, l.cost, ${RAW("l.cost")}, l.markup_percent, ${RAW("l.markup_percent")}, l.ikpu,
           l.package_code, l.vat_percent, ${RAW("l.vat_percent")}
      from s cross join jsonb_to_recordset(?::jsonb) as l(id text, line_item_id text, variant_id text, listing_id text, title text,
           quantity numeric, unit_price numeric, discount numeric, total numeric, cost numeric, markup_percent numeric, ikpu text,
           package_code text, vat_percent numeric)
  ), told as (
    update pos_sale_line p set company_order_line_id = l.id, updated_at = now()
      from jsonb_to_recordset(?::jsonb) as l(id text, pos_line_id text) where p.id = l.pos_line_id
  )
  update pos_sale p set status = 'done', updated_at = now() from s where p.id = s.sale_id`

export const TAKEN_CODES = `select short_code from company_order
   where company_id = ? and short_code = any(?) and deleted_at is null`

import { MedusaContainer } from "@medusajs/framework/types"
import { assertId } from "../../../lib/errors"
import { servingOf } from "./ad-index"
import { databaseOf } from "./queries/index-rows"

/** Notes which customer a browser buys for, so that what was clicked before signing in counts. One statement. */
export async function rememberBuyer(
  container: MedusaContainer,
  buyer: { visitor_id: string; cart_id: string }
): Promise<void> {
  assertId(buyer.cart_id, "cart id")
  await databaseOf(container).raw(
    `insert into ad_visitor (visitor_id, customer_id)
     select ?, customer_id from cart where id = ? and customer_id is not null and deleted_at is null
     on conflict (customer_id, visitor_id) do update set seen_at = now()`,
    [buyer.visitor_id, buyer.cart_id]
  )
}

/**
 * Writes down which ads have brought the orders of a group: for each company's order the last one that its customer clicked
 * in time, a banner of that company or goods that are in the order. Doing it again changes nothing.
 */
export async function attributeOrders(container: MedusaContainer, groupId: string): Promise<void> {
  assertId(groupId, "order group id")
  const service = servingOf(container)
  await service.flush()
  await databaseOf(container).raw(
    `with buyer as (
       select g.id, g.customer_id, g.created_at from order_group g where g.id = ? and g.deleted_at is null
     ), clicks as (
       select k.* from buyer b join ad_click k on k.customer_id = b.customer_id
        where k.clicked_at between b.created_at - ? * interval '1 day' and b.created_at
       union
       select k.* from buyer b
         join ad_visitor v on v.customer_id = b.customer_id
         join ad_click k on k.visitor_id = v.visitor_id
        where k.clicked_at between b.created_at - ? * interval '1 day' and b.created_at
     )
     insert into ad_order (company_order_id, ad_id, nonce, ordered_at, total, currency_code)
     select distinct on (o.id) o.id, k.ad_id, k.nonce, o.created_at, o.total, o.currency_code
       from buyer b
       join company_order o on o.group_id = b.id and o.deleted_at is null
       join clicks k on k.company_id = o.company_id
       join ad a on a.id = k.ad_id
      where a.kind = 'banner' or exists (
            select 1 from company_order_line i join listing l on l.id = i.listing_id
             where i.company_order_id = o.id and i.deleted_at is null and l.product_id = k.product_id)
      order by o.id, k.clicked_at desc, k.nonce
     on conflict (company_order_id) do nothing`,
    [groupId, service.options.ads.attribution_days, service.options.ads.attribution_days]
  )
}

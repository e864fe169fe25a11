import { MedusaContainer } from "@medusajs/framework/types"
import { select } from "../database"

/** How Medusa's pricing calls a customer's groups in the rules of prices and price lists. */
const ATTRIBUTE = "customer.groups.id"

/** Prices of one of these groups: a rule of their own, or one of a price list that may be in force. */
const OF_GROUPS = (groups: string) => `(
    exists (select 1 from price_rule u where u.price_id = x.id and u.deleted_at is null and u.attribute = '${ATTRIBUTE}')
    or exists (select 1 from price_list l join price_list_rule u on u.price_list_id = l.id and u.deleted_at is null
                where l.id = x.price_list_id and l.deleted_at is null and l.status = 'active'
                  and (l.starts_at is null or l.starts_at <= now()) and (l.ends_at is null or l.ends_at >= now())
                  and u.attribute = '${ATTRIBUTE}'
                  and exists (select 1 from jsonb_array_elements_text(
                       case jsonb_typeof(u.value) when 'array' then u.value else jsonb_build_array(u.value) end) g(id)
                       where g.id = any(${groups}))))`

/**
 * The groups that a customer is in, where any price at all depends on groups; else none, and the customer is shown what
 * everybody is shown. One statement.
 */
export async function deviatingGroups(container: MedusaContainer, customerId: string): Promise<string[]> {
  const rows = await select<{ id: string }>(
    container,
    `select m.customer_group_id as id from customer_group_customer m
       join customer_group g on g.id = m.customer_group_id and g.deleted_at is null
      where m.customer_id = :customer and m.deleted_at is null
        and (exists (select 1 from price_rule u where u.attribute = '${ATTRIBUTE}' and u.deleted_at is null)
          or exists (select 1 from price_list_rule u join price_list l on l.id = u.price_list_id
                      where u.attribute = '${ATTRIBUTE}' and u.deleted_at is null
                        and l.deleted_at is null and l.status = 'active'))`,
    { customer: customerId }
  )
  return rows.map(({ id }) => id)
}

/** Goods that may cost these groups something else than everybody. One statement. */
export async function deviatingGoods(container: MedusaContainer, groups: string[]): Promise<string[]> {
  const rows = await select<{ product_id: string }>(
    container,
    `select distinct v.product_id from price x
       join product_variant_price_set s on s.price_set_id = x.price_set_id and s.deleted_at is null
       join product_variant v on v.id = s.variant_id and v.deleted_at is null
      where x.deleted_at is null and v.product_id is not null and ${OF_GROUPS("cast(:groups as text[])")}`,
    { groups }
  )
  return rows.map(({ product_id }) => product_id)
}

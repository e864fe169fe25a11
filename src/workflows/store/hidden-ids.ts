import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openTo } from "./visibility"

/** Of company `c`: private, and the caller is not in it. What the caller has bought there is theirs all the same. */
const CLOSED = `c.deleted_at is null and not ${openTo(":me")}`
const NOT_MINE = (owner: string) => `(cast(:me as text) is null or ${owner} is distinct from :me)`

/** A cart that somebody else has filled in a private company, or made in its channel. */
const CLOSED_CHANNEL = `from company_door d join company c on c.id = d.company_id and d.deleted_at is null and ${CLOSED}`
const CLOSED_CART = `${NOT_MINE("k.customer_id")} and (
    exists (select 1 from cart_line_item i join listing_variant v on v.variant_id = i.variant_id and v.deleted_at is null
              join company c on c.id = v.company_id
             where i.cart_id = k.id and i.deleted_at is null and ${CLOSED})
    or exists (select 1 ${CLOSED_CHANNEL} where d.private_channel_id = k.sales_channel_id))`

const ORDERS = `from company_order o join order_group b on b.id = o.group_id and b.deleted_at is null
    join company c on c.id = o.company_id`

/** Group `b` was ordered by a guest, and its secret, which is all that a guest has, is named along with what is asked for. */
const GUESTS = `(b.token = any(cast(:ids as text[]))
    and not exists (select 1 from customer u where u.id = b.customer_id and u.has_account))`
const HIDDEN_FROM_ME = `${NOT_MINE("b.customer_id")} and not ${GUESTS} and ${CLOSED}`
const SHUT = `o.deleted_at is null and ${HIDDEN_FROM_ME}`

/** For each kind of thing that a storefront names by id: the condition that `given.id` names one that is hidden. */
const HIDDEN = {
  variant: `select 1 from listing_variant v join company c on c.id = v.company_id
             where v.variant_id = given.id and v.deleted_at is null and ${CLOSED}`,
  shipping_option: `select 1 from shipping_option o join company c on c.shipping_profile_id = o.shipping_profile_id
             where o.id = given.id and o.deleted_at is null and ${CLOSED}`,
  // Options that products share are the market's own.
  product_option: `select 1 from product_product_option p
              join product_option e on e.id = p.product_option_id and e.is_exclusive join listing l on l.product_id = p.product_id and l.deleted_at is null
              join company c on c.id = l.company_id where p.product_option_id = given.id and p.deleted_at is null and ${CLOSED}`,
  channel: `select 1 ${CLOSED_CHANNEL} where d.private_channel_id = given.id`,
  cart: `select 1 from cart k where k.id = given.id and ${CLOSED_CART}`,
  // One's own too: who has left a company is not told how it delivers today.
  cart_inside: `select 1 ${CLOSED_CHANNEL} join cart k on k.sales_channel_id = d.private_channel_id where k.id = given.id`,
  line: `select 1 from cart_line_item n join cart k on k.id = n.cart_id where n.id = given.id and ${CLOSED_CART}`,
  payment: `select 1 from cart_payment_collection x join cart k on k.id = x.cart_id
             where x.payment_collection_id = given.id and x.deleted_at is null and ${CLOSED_CART}`,
  paid_order: `select 1 ${ORDERS} where o.payment_collection_id = given.id and ${SHUT}`,
  order: `select 1 ${ORDERS} where o.order_id = given.id and ${SHUT}`,
  group: `select 1 ${ORDERS} where b.id = given.id and ${SHUT}`,
  group_token: `select 1 ${ORDERS} where b.token = given.id and ${SHUT}`,
  receipt: `select 1 from receipt r join order_group b on b.id = r.order_group_id join company c on c.id = r.company_id
             where r.id = given.id and ${HIDDEN_FROM_ME}`,
  receipt_token: `select 1 from receipt r join order_group b on b.id = r.order_group_id
              join company c on c.id = r.company_id
             where r.token = given.id and r.deleted_at is null and ${HIDDEN_FROM_ME}`,
} as const

export type Hidable = keyof typeof HIDDEN

/**
 * Which of some ids name what this caller may not know of, because it belongs to a private company that they are not in:
 * one statement, alike for ids that exist and ids that don't. A cart, an order or a receipt of one's own is never hidden.
 */
export async function hiddenIds(
  container: MedusaContainer,
  kinds: readonly Hidable[],
  ids: string[],
  customerId: string | null
): Promise<string[]> {
  const conditions = kinds.map((kind) => `exists (${HIDDEN[kind]})`).join("\n or ")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string }> }>(
      `select given.id from (select distinct unnest(cast(:ids as text[])) as id) given where ${conditions}`,
      { ids, me: customerId } as never
    )
  return rows.map(({ id }) => id)
}

/** Which of some products this key shows: published, and in one of its channels. One statement. */
export async function shownProducts(
  container: MedusaContainer,
  productIds: string[],
  channelIds: string[]
): Promise<Set<string>> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string }> }>(
      `select p.id from product p where p.id = any(?) and p.status = 'published' and p.deleted_at is null
          and exists (select 1 from product_sales_channel s where s.product_id = p.id and s.sales_channel_id = any(?)
                        and s.deleted_at is null)`,
      [productIds, channelIds]
    )
  return new Set(rows.map(({ id }) => id))
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { LikeEvents } from "../../modules/like/events"
import { counted } from "../../modules/like/lib/counted"
import { refusal } from "../../modules/like/lib/refuse"
import { PRODUCT_JOINS, visibleProduct } from "../store/visibility"
import { announce } from "./announce"

/** Whose like it is, and who looks: a customer's own id stands for both, a visitor sees what strangers see. */
export type LikeOwner = { owner_id: string; customer_id: string | null }

export type LikeState = { product_id: string; is_liked: boolean; like_count: number }

const SEEN = `
  seen as (
    select p.id as product_id, c.id as company_id from product p ${PRODUCT_JOINS}
     where p.id = ? and ${visibleProduct("?")})`

/** Bindings: product, customer, owner. A like that is there already is left as it is, with the time that it has. */
const LIKE = `
  with ${SEEN},
  put as (
    insert into product_like (owner_id, product_id) select ?, product_id from seen
    on conflict do nothing returning owner_id, product_id),
  ${counted("put", "+")}
  select s.company_id, exists (select 1 from put) as is_changed,
         coalesce((select like_count from put_counted), k.like_count, 0)::int as like_count
    from seen s left join product_like_count k on k.product_id = s.product_id`

const UNLIKE = `
  with ${SEEN},
  gone as (
    delete from product_like l using seen s where l.owner_id = ? and l.product_id = s.product_id
    returning l.owner_id, l.product_id),
  ${counted("gone", "-")}
  select s.company_id, exists (select 1 from gone) as is_changed,
         coalesce((select like_count from gone_counted), k.like_count, 0)::int as like_count
    from seen s left join product_like_count k on k.product_id = s.product_id`

type Answer = { company_id: string | null; is_changed: boolean; like_count: number }

/**
 * Likes goods: one statement that looks whether they may be seen, writes the like and changes the counters.
 * @throws {MedusaError} 404, alike for goods that do not exist; LIKES_FULL
 */
export function likeProduct(
  container: MedusaContainer,
  input: LikeOwner & { product_id: string }
): Promise<LikeState> {
  return toggle(container, input, true)
}

/**
 * Takes a like back, whether there was one or not: one statement.
 * @throws {MedusaError} 404, alike for goods that do not exist
 */
export function unlikeProduct(
  container: MedusaContainer,
  input: LikeOwner & { product_id: string }
): Promise<LikeState> {
  return toggle(container, input, false)
}

async function toggle(
  container: MedusaContainer,
  { owner_id, customer_id, product_id }: LikeOwner & { product_id: string },
  isLiked: boolean
): Promise<LikeState> {
  assertId(owner_id, "owner id")
  assertId(product_id, "product id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Answer[] }>(isLiked ? LIKE : UNLIKE, [product_id, customer_id, owner_id])
    .catch((error: unknown) => {
      throw refusal(error)
    })
  if (!rows[0]) {
    throw notFound("Product", product_id)
  }
  const { company_id, is_changed, like_count } = rows[0]
  if (is_changed) {
    const data = { product_id, company_id, customer_id, like_count }
    await announce(container, isLiked ? LikeEvents.ADDED : LikeEvents.REMOVED, data)
  }
  return { product_id, is_liked: isLiked, like_count }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { refusal } from "../../modules/like/lib/refuse"
import { PRODUCT_JOINS, visibleProduct } from "../store/visibility"
import { likesOf } from "./owner"
import { findLikeList } from "./queries"
import { LikeListRow } from "./queries/lists"

/** Bindings: list, customer, product, customer. */
const ADD = `
  with mine as (select id from like_list where id = ? and customer_id = ? and deleted_at is null),
  seen as (
    select p.id as product_id from product p ${PRODUCT_JOINS} where p.id = ? and ${visibleProduct("?")}),
  put as (
    insert into like_list_item (list_id, product_id) select mine.id, seen.product_id from mine, seen
    on conflict do nothing returning list_id),
  held as (
    update like_list l set item_count = l.item_count + 1, updated_at = now() from put where l.id = put.list_id)
  select exists (select 1 from mine) as is_mine, exists (select 1 from seen) as is_seen`

/** The list was deleted while goods were put into it. */
const LIST_GONE = /"like_list_item_list"/

export async function startLikeList(
  container: MedusaContainer,
  input: { customer_id: string; name: string }
): Promise<LikeListRow> {
  const { id } = await likesOf(container).startList(input.customer_id, input.name)
  return findLikeList(container, id, input.customer_id)
}

export async function renameLikeList(
  container: MedusaContainer,
  input: { id: string; customer_id: string; name: string }
): Promise<LikeListRow> {
  await likesOf(container).renameList(input)
  return findLikeList(container, input.id, input.customer_id)
}

/**
 * Puts goods into a customer's list, once however often it is said.
 * @throws {MedusaError} 404 for another's list, and for goods that do not exist or may not be seen; LIKE_LIST_FULL
 */
export async function addToLikeList(
  container: MedusaContainer,
  input: { id: string; customer_id: string; product_id: string }
): Promise<LikeListRow> {
  const { id, customer_id, product_id } = input
  assertId(id, "list id")
  assertId(customer_id, "customer id")
  assertId(product_id, "product id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ is_mine: boolean; is_seen: boolean }> }>(ADD, [
      id,
      customer_id,
      product_id,
      customer_id,
    ])
    .catch((error: Error) => {
      throw LIST_GONE.test(error.message) ? notFound("Like list", id) : refusal(error)
    })
  if (!rows[0].is_mine) {
    throw notFound("Like list", id)
  }
  if (!rows[0].is_seen) {
    throw notFound("Product", product_id)
  }
  return findLikeList(container, id, customer_id)
}

/** Takes goods out of a customer's list; they need not be in it, nor be seen any more. */
export async function takeFromLikeList(
  container: MedusaContainer,
  input: { id: string; customer_id: string; product_id: string }
): Promise<LikeListRow> {
  await likesOf(container).removeItem(input)
  return findLikeList(container, input.id, input.customer_id)
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { sha256 } from "../../../lib/ids"
import { PRODUCT_JOINS, visibleProduct } from "../../store/visibility"
import { CARD, Page, ProductCard } from "./card"

const knexOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.PG_CONNECTION)

export type LikeListRow = {
  id: string
  name: string
  is_shared: boolean
  item_count: number
  created_at: string
}
export type ItemRow = { product_id: string; added_at: string; product: ProductCard }
export type Items = { items: ItemRow[]; count: number }

/** Of list `s`, with how many goods in it the customer may see now; binding: customer. */
const SUMMARY = `s.id, s.name, s.share_hash is not null as is_shared, s.created_at,
  (select count(*) from like_list_item i join product p on p.id = i.product_id ${PRODUCT_JOINS}
    where i.list_id = s.id and ${visibleProduct("?")})::int as item_count`

/** A customer's lists, newest first: two statements. */
export async function listLikeLists(
  container: MedusaContainer,
  customerId: string,
  { limit, offset }: Page
): Promise<{ like_lists: LikeListRow[]; count: number }> {
  assertId(customerId, "customer id")
  const knex = knexOf(container)
  const { rows } = await knex.raw<{ rows: LikeListRow[] }>(
    `select ${SUMMARY} from like_list s where s.customer_id = ? and s.deleted_at is null
      order by s.created_at desc, s.id limit ? offset ?`,
    [customerId, customerId, limit, offset]
  )
  const { rows: all } = await knex.raw<{ rows: Array<{ count: number }> }>(
    `select count(*)::int as count from like_list where customer_id = ? and deleted_at is null`,
    [customerId]
  )
  return { like_lists: rows, count: all[0].count }
}

/** One list of a customer. @throws {MedusaError} 404, also for another customer's */
export async function findLikeList(
  container: MedusaContainer,
  id: string,
  customerId: string
): Promise<LikeListRow> {
  assertId(id, "list id")
  assertId(customerId, "customer id")
  const { rows } = await knexOf(container).raw<{ rows: LikeListRow[] }>(
    `select ${SUMMARY} from like_list s where s.id = ? and s.customer_id = ? and s.deleted_at is null`,
    [customerId, id, customerId]
  )
  if (!rows[0]) {
    throw notFound("Like list", id)
  }
  return rows[0]
}

/** One list of a customer with a page of its goods. @throws {MedusaError} 404, also for another customer's */
export async function readLikeList(
  container: MedusaContainer,
  input: Page & { id: string; customer_id: string }
): Promise<{ list: LikeListRow } & Items> {
  const list = await findLikeList(container, input.id, input.customer_id)
  return { list, ...(await itemsOf(container, list.id, input.customer_id, input)) }
}

/**
 * A list that was shared, with those of its goods that the reader may see; its customer is not named.
 * @throws {MedusaError} 404, alike for a secret that was taken back and one that never was
 */
export async function readSharedList(
  container: MedusaContainer,
  input: Page & { token: string; reader_id: string | null }
): Promise<{ list: { name: string } } & Items> {
  const { rows } = await knexOf(container).raw<{ rows: Array<{ id: string; name: string }> }>(
    `select id, name from like_list where share_hash = ? and deleted_at is null`,
    [sha256(input.token)]
  )
  if (!rows[0]) {
    throw notFound("Shared list", input.token)
  }
  const { id, name } = rows[0]
  return { list: { name }, ...(await itemsOf(container, id, input.reader_id, input)) }
}

async function itemsOf(
  container: MedusaContainer,
  listId: string,
  readerId: string | null,
  { limit, offset }: Page
): Promise<Items> {
  const { rows } = await knexOf(container).raw<{ rows: Items[] }>(
    `with all_ as materialized (select product_id, added_at from like_list_item where list_id = ?),
     found as materialized (
       select i.product_id, i.added_at, ${CARD} as product
         from all_ i join product p on p.id = i.product_id ${PRODUCT_JOINS}
        where ${visibleProduct("?")})
     select (select count(*) from found)::int as count,
            coalesce((select json_agg(to_json(f)) from (
               select * from found order by added_at desc, product_id limit ? offset ?) f), '[]') as items`,
    [listId, readerId, limit, offset]
  )
  return rows[0]
}

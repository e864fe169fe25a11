import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { PRODUCT_JOINS, visibleCompany, visibleProduct } from "../../store/visibility"
import { LikeOwner } from "../toggle"
import { CARD, Page, ProductCard } from "./card"

const knexOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.PG_CONNECTION)

export type LikeRow = { product_id: string; liked_at: string; product: ProductCard }

/** What somebody likes and may see now, newest first; the count is of those too. One statement. */
export async function listLikes(
  container: MedusaContainer,
  owner: LikeOwner,
  { limit, offset }: Page
): Promise<{ likes: LikeRow[]; count: number }> {
  const { rows } = await knexOf(container).raw<{ rows: Array<{ count: number; likes: LikeRow[] }> }>(
    // The likes first: who may see goods is more than the planner can estimate, and it would begin with the market's goods.
    `with mine as materialized (select product_id, liked_at from product_like where owner_id = ?),
     found as materialized (
       select k.product_id, k.liked_at from mine k join product p on p.id = k.product_id ${PRODUCT_JOINS}
        where ${visibleProduct("?")})
     select (select count(*) from found)::int as count,
            coalesce((select json_agg(json_build_object('product_id', f.product_id, 'liked_at', f.liked_at,
                                                        'product', ${CARD}) order by f.liked_at desc, f.product_id)
               from (select * from found order by liked_at desc, product_id limit ? offset ?) f
               join product p on p.id = f.product_id ${PRODUCT_JOINS}), '[]') as likes`,
    [owner.owner_id, owner.customer_id, limit, offset]
  )
  return rows[0]
}

/** Which of some goods somebody likes, in the order asked: one statement. */
export async function likedAmong(
  container: MedusaContainer,
  owner: LikeOwner,
  productIds: string[]
): Promise<string[]> {
  const { rows } = await knexOf(container).raw<{ rows: Array<{ product_id: string }> }>(
    `select k.product_id from product_like k join product p on p.id = k.product_id ${PRODUCT_JOINS}
      where k.owner_id = ? and k.product_id = any(?) and ${visibleProduct("?")}`,
    [owner.owner_id, productIds, owner.customer_id]
  )
  const liked = new Set(rows.map(({ product_id }) => product_id))
  return [...new Set(productIds)].filter((id) => liked.has(id))
}

/**
 * How often goods are liked, and whether somebody does: one statement.
 * @throws {MedusaError} 404, alike for goods that do not exist
 */
export async function readProductLikes(
  container: MedusaContainer,
  owner: LikeOwner | null,
  productId: string
): Promise<{ like_count: number; is_liked: boolean }> {
  assertId(productId, "product id")
  const { rows } = await knexOf(container).raw<{ rows: Array<{ like_count: number; is_liked: boolean }> }>(
    `select coalesce(n.like_count, 0)::int as like_count,
            exists (select 1 from product_like k where k.owner_id = ? and k.product_id = p.id) as is_liked
       from product p ${PRODUCT_JOINS} left join product_like_count n on n.product_id = p.id
      where p.id = ? and ${visibleProduct("?")}`,
    [owner?.owner_id ?? null, productId, owner?.customer_id ?? null]
  )
  if (!rows[0]) {
    throw notFound("Product", productId)
  }
  return rows[0]
}

/** How often goods are liked; who asks has made sure that they may be seen. Goods without a like have 0. */
export async function likeCounts(
  container: MedusaContainer,
  productIds: string[]
): Promise<Map<string, number>> {
  const { rows } = await knexOf(container).raw<{ rows: Array<{ product_id: string; like_count: number }> }>(
    `select product_id, like_count::int from product_like_count where product_id = any(?)`,
    [productIds]
  )
  const counts = new Map(rows.map((row) => [row.product_id, row.like_count]))
  return new Map(productIds.map((id) => [id, counts.get(id) ?? 0]))
}

/** How many follow companies; who asks has made sure that they may be seen. */
export async function followerCounts(
  container: MedusaContainer,
  companyIds: string[]
): Promise<Map<string, number>> {
  const { rows } = await knexOf(container).raw<{
    rows: Array<{ company_id: string; follower_count: number }>
  }>(`select company_id, follower_count::int from company_follow_count where company_id = any(?)`, [
    companyIds,
  ])
  const counts = new Map(rows.map((row) => [row.company_id, row.follower_count]))
  return new Map(companyIds.map((id) => [id, counts.get(id) ?? 0]))
}

export type FollowRow = {
  company_id: string
  followed_at: string
  company: { id: string; name: string; handle: string; logo_url: string | null }
}

/** The companies that a customer follows and may see now, newest first: one statement. */
export async function listFollows(
  container: MedusaContainer,
  customerId: string,
  { limit, offset }: Page
): Promise<{ follows: FollowRow[]; count: number }> {
  assertId(customerId, "customer id")
  const { rows } = await knexOf(container).raw<{ rows: Array<{ count: number; follows: FollowRow[] }> }>(
    `with found as materialized (
       select f.company_id, f.followed_at, json_build_object('id', c.id, 'name', c.name, 'handle', c.handle,
              'logo_url', c.logo_url) as company
         from company_follow f join company c on c.id = f.company_id
        where f.customer_id = ? and ${visibleCompany("?")})
     select (select count(*) from found)::int as count,
            coalesce((select json_agg(to_json(f)) from (
               select * from found order by followed_at desc, company_id limit ? offset ?) f), '[]') as follows`,
    [customerId, customerId, limit, offset]
  )
  return rows[0]
}

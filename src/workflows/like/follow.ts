import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { LikeEvents } from "../../modules/like/events"
import { visibleCompany } from "../store/visibility"
import { announce } from "./announce"

export type FollowState = { company_id: string; is_following: boolean; follower_count: number }

/** Bindings: company, customer who looks. */
const SEEN = `seen as (select c.id as company_id from company c where c.id = ? and ${visibleCompany("?")})`

const countedFollow = (rows: string, sign: "+" | "-") => `
  counted as (
    insert into company_follow_count as k (company_id, follower_count)
    select company_id, ${sign}1 from ${rows}
    on conflict (company_id) do update set follower_count = k.follower_count + excluded.follower_count
    returning follower_count)
  select exists (select 1 from ${rows}) as is_changed,
         coalesce((select follower_count from counted), k.follower_count, 0)::int as follower_count
    from seen s left join company_follow_count k on k.company_id = s.company_id`

const FOLLOW = `
  with ${SEEN},
  put as (
    insert into company_follow (customer_id, company_id) select ?, company_id from seen
    on conflict do nothing returning company_id),
  ${countedFollow("put", "+")}`

const UNFOLLOW = `
  with ${SEEN},
  gone as (
    delete from company_follow f using seen s where f.customer_id = ? and f.company_id = s.company_id
    returning f.company_id),
  ${countedFollow("gone", "-")}`

/**
 * Follows a company, or stops to, as often as it is said: one statement.
 * @throws {MedusaError} 404, alike for a company that does not exist
 */
export async function followCompany(
  container: MedusaContainer,
  input: { company_id: string; customer_id: string; is_following: boolean }
): Promise<FollowState> {
  const { company_id, customer_id, is_following } = input
  assertId(company_id, "company id")
  assertId(customer_id, "customer id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ is_changed: boolean; follower_count: number }> }>(is_following ? FOLLOW : UNFOLLOW, [
      company_id,
      customer_id,
      customer_id,
    ])
  if (!rows[0]) {
    throw notFound("Company", company_id)
  }
  if (rows[0].is_changed) {
    const name = is_following ? LikeEvents.FOLLOWED : LikeEvents.UNFOLLOWED
    await announce(container, name, { company_id, customer_id })
  }
  return { company_id, is_following, follower_count: rows[0].follower_count }
}

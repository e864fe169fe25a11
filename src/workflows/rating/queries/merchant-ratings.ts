import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { authorName } from "../../../modules/rating/lib/author-name"
import { followerCounts } from "../../like/queries"
import { companyFigures } from "./scores"

type Row = {
  stars: number
  first_name: string | null
  last_name: string | null
  created_at: Date
  updated_at: Date
}

/**
 * Who gave a company how many stars, lately changed first, and how many follow it. Three statements: the count is one of
 * the figures.
 */
export async function listMerchantRatings(
  container: MedusaContainer,
  companyId: string,
  { limit, offset }: { limit: number; offset: number }
) {
  assertId(companyId, "company id")
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select r.stars, u.first_name, u.last_name, r.created_at, r.updated_at
         from company_rating r left join customer u on u.id = r.customer_id and u.deleted_at is null
        where r.company_id = ? and r.deleted_at is null order by r.updated_at desc, r.id desc limit ? offset ?`,
    [companyId, limit, offset]
  )
  const summary = await companyFigures(container, companyId)
  const ratings = rows.map(({ first_name, last_name, ...row }) => ({
    ...row,
    author_name: authorName(first_name, last_name),
  }))
  const followers = await followerCounts(container, [companyId])
  return {
    ratings,
    count: summary.count,
    summary: { ...summary, follower_count: followers.get(companyId) ?? 0 },
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { followerCounts } from "../../like/queries"
import { companyScores } from "../../rating/queries/scores"
import { findCompany } from "."

/**
 * A company as its page in the storefront shows it, with its rating and how many follow it; a private one with the key to its
 * goods. Three statements.
 * @throws {MedusaError} 404, as `findCompany`
 */
export async function companyPage(container: MedusaContainer, idOrHandle: string, customerId: string | null) {
  const { publishable_key, ...company } = await findCompany(container, idOrHandle, customerId)
  const scores = await companyScores(container, [company.id])
  const followers = await followerCounts(container, [company.id])
  return {
    ...company,
    ...(company.is_private && { publishable_key }),
    rating: scores.get(company.id) ?? null,
    follower_count: followers.get(company.id) ?? 0,
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Votes = { id: string; helpful_count: number; my_vote: boolean | null }

/** How many found a review helpful, and what this customer said. The caller has asked whether it may be seen. */
export async function votesOf(
  container: MedusaContainer,
  { id, customer_id }: { id: string; customer_id: string }
): Promise<Votes> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Votes[] }>(
    `select r.id, r.helpful_count,
              (select v.is_helpful from review_vote v
                where v.review_id = r.id and v.customer_id = ? and v.deleted_at is null) as my_vote
         from product_review r where r.id = ?`,
    [customer_id, id]
  )
  return rows[0]
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BUILT_IN_WORDS } from "../../../modules/rating/lib/words"

type Word = { id: string; word: string; created_at: Date }

/** The operator's words, by alphabet, and those that are built in. */
export async function listWords(
  container: MedusaContainer,
  { limit, offset }: { limit: number; offset: number }
) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Word[] }>(
    `select id, word, created_at from review_word where deleted_at is null order by lower(word), id limit ? offset ?`,
    [limit, offset]
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: number }> }>(
    `select count(*)::int as count from review_word where deleted_at is null`
  )
  return { review_words: rows, built_in: [...BUILT_IN_WORDS], count: counts[0].count }
}

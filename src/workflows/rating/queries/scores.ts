import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Histogram, Score } from "../../../modules/rating/lib/score"

/** Columns of figures `s` with the prior `p`: who has none ranks as the market's mean. */
export const FIGURES = `coalesce(s.average, 0)::float8 as average, coalesce(s.count, 0) as count, coalesce(s.score, p.mean)::float8 as score`

/** The histogram of figures `s`. */
export const HISTOGRAM = `jsonb_build_object('1', coalesce(s.c1, 0), '2', coalesce(s.c2, 0), '3', coalesce(s.c3, 0),
  '4', coalesce(s.c4, 0), '5', coalesce(s.c5, 0)) as histogram`

export type Figures = Score & { histogram: Histogram }

const SCORES = (table: string, key: string, kind: string) => `
  select i.id, ${FIGURES} from unnest(?::text[]) i(id)
    join rating_prior p on p.kind = '${kind}' left join ${table} s on s.${key} = i.id`

async function scores(
  container: MedusaContainer,
  statement: string,
  ids: readonly string[]
): Promise<Map<string, Score>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<Score & { id: string }> }>(statement, [[...new Set(ids)]])
  return new Map(rows.map(({ id, ...score }) => [id, score]))
}

/** Average (0 without any), count and Bayesian score of companies, by id; every id has one. One statement. */
export function companyScores(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<Map<string, Score>> {
  return scores(container, SCORES("company_rating_stat", "company_id", "company"), ids)
}

/** The same of goods. */
export function productScores(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<Map<string, Score>> {
  return scores(container, SCORES("product_review_stat", "product_id", "product"), ids)
}

/** All figures of one company's ratings. */
export async function companyFigures(container: MedusaContainer, id: string): Promise<Figures> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Figures[] }>(
    `select ${FIGURES}, ${HISTOGRAM} from rating_prior p left join company_rating_stat s on s.company_id = ?
        where p.kind = 'company'`,
    [id]
  )
  return rows[0]
}

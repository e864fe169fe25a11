import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { likePattern } from "../../../lib/search-text"
import { visibleCompany } from "../../store/visibility"

/** What a shopper may know of a company; requisites, people and money are not among it. */
const PUBLIC_COLUMNS = `c.id, c.name, c.handle, c.phone, c.address, c.logo_url, c.payment_notes, c.opening_hours, c.is_private`

export type PublicFacts = {
  id: string
  name: string
  handle: string
  phone: string
  address: string | null
  logo_url: string | null
  payment_notes: unknown
  opening_hours: unknown
  is_private: boolean
}

/** A private company's, for those who are in it, comes with the key to its goods; a public company has none. */
export type PrivateFacts = PublicFacts & { publishable_key: string | null }

/**
 * A page of the companies that a shopper may know of, by name: the public ones, and the private ones that have let them in.
 * Two statements.
 */
export async function listPublicCompanies(
  container: MedusaContainer,
  input: { limit: number; offset: number; q?: string; customer_id: string | null }
) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const from = `from company c where ${visibleCompany(":customer_id")} and (cast(:q as text) is null or c.name ilike :q)`
  const values = { ...input, q: input.q ? likePattern(input.q) : null } as never
  const { rows: companies } = await knex.raw<{ rows: PublicFacts[] }>(
    `select ${PUBLIC_COLUMNS} ${from} order by c.name, c.id limit :limit offset :offset`,
    values
  )
  const { rows } = await knex.raw<{ rows: Array<{ count: string }> }>(
    `select count(*) as count ${from}`,
    values
  )
  return { companies, count: Number(rows[0].count) }
}

/**
 * One company by id or handle: one statement.
 * @throws {MedusaError} 404, also for one that is pending, suspended or archived, or private to this shopper
 */
export async function findCompany(
  container: MedusaContainer,
  idOrHandle: string,
  customerId: string | null
): Promise<PrivateFacts> {
  assertId(idOrHandle, "company id or handle")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: PrivateFacts[] }>(
      `select ${PUBLIC_COLUMNS}, case when c.is_private then k.token end as publishable_key
         from company c
         left join company_door d on d.company_id = c.id and d.deleted_at is null
         left join api_key k on k.id = d.publishable_key_id and k.deleted_at is null and k.revoked_at is null
        where (c.id = :key or c.handle = :key) and ${visibleCompany(":customer_id")} limit 1`,
      { key: idOrHandle, customer_id: customerId } as never
    )
  if (!rows[0]) {
    throw notFound("Company", idOrHandle)
  }
  return rows[0]
}

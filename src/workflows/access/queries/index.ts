import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { likePattern } from "../../../lib/search-text"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { publishableKeyOf } from "../door"

/** The telephone of a customer, if they have given one: one statement. */
export async function phoneOf(container: MedusaContainer, customerId: string): Promise<string | null> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ phone: string | null }> }>(`select phone from customer where id = ?`, [customerId])
  return rows[0]?.phone || null
}

/** How a company's door stands, for the company itself; the access key is never among it. */
export async function accessOf(container: MedusaContainer, companyId: string) {
  const { is_private, code, requires_access_key } = await container
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .doorOf(companyId)
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ members: string }> }>(
      `select count(*) as members from company_access where company_id = ? and revoked_at is null and deleted_at is null`,
      [companyId]
    )
  const publishable_key = is_private ? await publishableKeyOf(container, companyId) : null
  return { is_private, code, requires_access_key, publishable_key, members: Number(rows[0].members) }
}

type GrantRow = {
  id: string
  granted_at: Date
  source: string
  customer_id: string
  first_name: string | null
  last_name: string | null
  phone: string | null
  email: string | null
}

/** A page of the customers who may enter a company, newest first: two statements. */
export async function listGrants(
  container: MedusaContainer,
  filter: { company_id: string; q?: string; limit: number; offset: number }
) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const from = `from company_access g left join customer u on u.id = g.customer_id
     where g.company_id = :company_id and g.revoked_at is null and g.deleted_at is null
       and (cast(:q as text) is null or concat_ws(' ', u.first_name, u.last_name, u.phone, u.email) ilike :q)`
  const { company_id, limit, offset } = filter
  const values = { company_id, limit, offset, q: filter.q ? likePattern(filter.q) : null } as never
  const { rows } = await knex.raw<{ rows: GrantRow[] }>(
    `select g.id, g.granted_at, g.source, g.customer_id, u.first_name, u.last_name, u.phone, u.email ${from}
      order by g.granted_at desc, g.id desc limit :limit offset :offset`,
    values
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: string }> }>(
    `select count(*) as count ${from}`,
    values
  )
  const access_grants = rows.map(({ id, granted_at, source, customer_id, phone, email, ...names }) => ({
    id,
    customer: {
      id: customer_id,
      name: [names.first_name, names.last_name].filter(Boolean).join(" ") || null,
      phone,
      email,
    },
    granted_at,
    source,
  }))
  return { access_grants, count: Number(counts[0].count) }
}

import { Database } from "./database"

/** A company as it is searched for. Its code and whatever only it may know are not in it. */
export type CompanyDocument = {
  id: string
  name: string
  handle: string
  logo_url: string | null
  status: string
  is_private: boolean
  rating: number | null
  rating_count: number
  product_count: number
}

const DOCUMENTS = `
  select c.id, c.name, c.handle, c.logo_url, c.status, c.is_private, r.score::float8 as rating,
         coalesce(r.count, 0)::int as rating_count,
         (select count(*)::int from listing l where l.company_id = c.id and l.status = 'active' and l.is_visible
             and l.deleted_at is null) as product_count
    from company c left join company_rating_stat r on r.company_id = c.id and r.count > 0
   where c.deleted_at is null`

export async function readCompanies(database: Database, ids: string[]): Promise<CompanyDocument[]> {
  return ids.length === 0
    ? []
    : (await database.raw<CompanyDocument>(`${DOCUMENTS} and c.id = any(?)`, [ids])).rows
}

/** Private companies that a customer is in: at most a few. */
export async function joinedCompanyIds(database: Database, customerId: string | null): Promise<string[]> {
  if (!customerId) {
    return []
  }
  const { rows } = await database.raw<{ id: string }>(
    `select c.id from company_access g join company c on c.id = g.company_id and c.deleted_at is null and c.is_private
      where g.customer_id = ? and g.revoked_at is null and g.deleted_at is null limit 500`,
    [customerId]
  )
  return rows.map(({ id }) => id)
}

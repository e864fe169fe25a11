import { notFound } from "../../../lib/errors"
import { badgeOf } from "../../../modules/catalog/lib/labels"
import { visibleCompany } from "../../store/visibility"
import { select } from "./database"
import { baseValues, Reader } from "./reader"

/** A company as the storefront shows it. */
type Row = {
  id: string
  name: string
  handle: string
  phone: string
  address: string | null
  logo_url: string | null
  payment_notes: unknown
  opening_hours: unknown
  average: number | null
  rating_count: number
  follower_count: number
  product_count: number
}

const COMPANY = `c.id, c.name, c.handle, c.phone, c.address, c.logo_url, c.payment_notes, c.opening_hours,
    cast(s.average as float8) as average, coalesce(s.count, 0)::int as rating_count,
    coalesce(f.follower_count, 0)::int as follower_count, coalesce(n.count, 0)::int as product_count`

const FIGURES = `left join company_rating_stat s on s.company_id = c.id
    left join rating_prior m on m.kind = 'company'
    left join company_follow_count f on f.company_id = c.id`

/** Goods of company `c` that this key shows. */
const GOODS = `left join lateral (select count(*) as count from catalog_product p
    where p.version = :version and p.company_id = c.id and p.channels && cast(:channels as text[])) n on true`

const VISIBLE = visibleCompany("cast(:customer as text)")

/** Companies that sell, the best rated first (Bayesian mean). One statement. */
export async function listCompanies(reader: Reader, { limit, offset }: { limit: number; offset: number }) {
  const rows = await select<Row & { total: number }>(
    reader.container,
    `with page as (
       select c.id, coalesce(s.score, m.mean) as score, (count(*) over ())::int as total from company c ${FIGURES}
        where ${VISIBLE} order by score desc nulls last, c.name, c.id limit :limit offset :offset)
     select ${COMPANY}, page.total from page join company c on c.id = page.id ${FIGURES} ${GOODS}
      order by page.score desc nulls last, c.name, c.id`,
    { ...baseValues(reader), limit, offset }
  )
  // Behind the last page there is no row to say how many there are.
  const count = rows[0]?.total ?? (offset === 0 ? 0 : await countCompanies(reader))
  return { companies: rows.map(companyOf), count, offset, limit }
}

async function countCompanies(reader: Reader): Promise<number> {
  const [{ count }] = await select<{ count: number }>(
    reader.container,
    `select count(*)::int as count from company c where ${VISIBLE}`,
    baseValues(reader)
  )
  return count
}

/**
 * One company by id or handle: one statement.
 * @throws {MedusaError} 404, alike for what does not exist and what this caller may not know of
 */
export async function readCompany(reader: Reader, key: string) {
  const [row] = await select<Row>(
    reader.container,
    `select ${COMPANY} from company c ${FIGURES} ${GOODS} where (c.id = :key or c.handle = :key) and ${VISIBLE} limit 1`,
    { ...baseValues(reader), key }
  )
  if (!row) {
    throw notFound("Company", key)
  }
  return companyOf(row)
}

function companyOf({ average, rating_count, follower_count, product_count, ...facts }: Row) {
  const { id, name, handle, phone, address, logo_url, payment_notes, opening_hours } = facts
  return {
    ...{ id, name, handle, phone, address, logo_url, payment_notes, opening_hours },
    rating: { average, count: rating_count },
    badge: badgeOf({ average, count: rating_count }),
    follower_count,
    product_count,
  }
}

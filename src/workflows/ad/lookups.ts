import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { AdErrors } from "../../modules/ad/errors"
import { AdChanges, Goods } from "../../modules/ad/lib/change"
import { AdTarget, readTarget } from "../../modules/ad/lib/target"

async function select<Row>(container: MedusaContainer, statement: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(statement, values as never)
  return rows
}

/**
 * Only a company whose goods everybody may buy shows ads to everybody (business rule 4).
 * @throws {MedusaError} AD_COMPANY_INACTIVE, AD_COMPANY_PRIVATE
 */
export async function requireAdvertiser(container: MedusaContainer, companyId: string): Promise<void> {
  assertId(companyId, "company id")
  const [company] = await select<{ status: string; is_private: boolean }>(
    container,
    `select status, is_private from company where id = ? and deleted_at is null`,
    [companyId]
  )
  if (company?.status !== "active") {
    throw AdErrors.companyInactive()
  }
  if (company.is_private) {
    throw AdErrors.companyPrivate()
  }
}

/**
 * Goods that can be advertised: shoppers see them, and they are the company's own (null: anybody's, for the market's ads).
 * @throws {MedusaError} AD_LISTING_UNFIT, alike for another company's and for none
 */
async function findGoods(
  container: MedusaContainer,
  companyId: string | null,
  listingId: string
): Promise<Goods> {
  const [goods] = await select<Goods>(
    container,
    `select l.id as listing_id, l.product_id from listing l
       join product p on p.id = l.product_id and p.status = 'published' and p.deleted_at is null
       join company c on c.id = l.company_id and c.deleted_at is null
      where l.id = ? and l.status = 'active' and l.is_visible and l.deleted_at is null
        and (l.company_id = ? or (?::text is null and c.status = 'active' and not c.is_private))`,
    [listingId, companyId, companyId]
  )
  if (!goods) {
    throw AdErrors.listingUnfit()
  }
  return goods
}

/** @throws {MedusaError} AD_CATEGORY_UNKNOWN */
async function requireCategories(container: MedusaContainer, ids: string[]): Promise<void> {
  if (ids.length === 0) {
    return
  }
  const found = await select<{ id: string }>(
    container,
    `select id from product_category where id = any(?) and not is_internal and deleted_at is null`,
    [ids]
  )
  const known = new Set(found.map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) {
    throw AdErrors.categoryUnknown(unknown)
  }
}

/** The goods and categories that an ad has already. */
type Known = { listing: Goods | null; category_ids: string[] }

const NOTHING: Known = { listing: null, category_ids: [] }

/** What an owner's ad has in its latest revision; nothing for one that is not the owner's, which is said later. */
export async function knownOf(
  container: MedusaContainer,
  companyId: string | null,
  adId: string
): Promise<Known> {
  const [row] = await select<{ listing_id: string | null; product_id: string | null; target: unknown }>(
    container,
    `select c.listing_id, c.product_id, c.target from ad_creative c join ad a on a.id = c.ad_id and a.deleted_at is null
      where c.ad_id = ? and a.company_id is not distinct from ? and c.status <> 'superseded' and c.deleted_at is null
      order by c.revision desc limit 1`,
    [adId, companyId]
  )
  const { listing_id, product_id, target } = row ?? {}
  return {
    listing: listing_id && product_id ? { listing_id, product_id } : null,
    category_ids: readTarget(target).category_ids,
  }
}

/**
 * What somebody sends of an ad with what other modules know of it: the goods by their listing, and a target whose categories
 * exist. What the ad has already may stay, though it has gone since: a form sends everything again with every change.
 * @throws {MedusaError} AD_LISTING_UNFIT, AD_CATEGORY_UNKNOWN
 */
export async function lookUp<Sent extends { listing_id?: string | null; target?: AdTarget }>(
  container: MedusaContainer,
  companyId: string | null,
  { listing_id, ...sent }: Sent,
  known: Known = NOTHING
): Promise<Omit<Sent, "listing_id"> & Pick<AdChanges, "listing">> {
  const { target } = sent as { target?: AdTarget }
  await requireCategories(
    container,
    target?.category_ids.filter((id) => !known.category_ids.includes(id)) ?? []
  )
  if (listing_id === undefined) {
    return sent
  }
  if (listing_id === null || listing_id === known.listing?.listing_id) {
    return { ...sent, listing: listing_id === null ? null : known.listing }
  }
  return { ...sent, listing: await findGoods(container, companyId, listing_id) }
}

/**
 * Goods that were chosen earlier have to be there still when the ad is handed in.
 * @throws {MedusaError} AD_LISTING_UNFIT
 */
export async function requireGoodsOf(
  container: MedusaContainer,
  companyId: string,
  adId: string
): Promise<void> {
  const [row] = await select<{ listing_id: string | null }>(
    container,
    `select c.listing_id from ad a join ad_creative c on c.ad_id = a.id and c.deleted_at is null
      where a.id = ? and a.company_id = ? and a.kind = 'listing' and a.deleted_at is null
        and c.status in ('draft', 'pending', 'rejected')`,
    [adId, companyId]
  )
  if (row?.listing_id) {
    await findGoods(container, companyId, row.listing_id)
  }
}

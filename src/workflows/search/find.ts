import { MedusaContainer, SearchFilters, SearchQuery } from "@medusajs/framework/types"
import { SearchNotes } from "../../lib/search-answer"
import { synonymsOf } from "../search-log"
import { IndexName } from "./documents"
import { joinedCompanyIds } from "./queries/companies"
import { databaseOf } from "./queries/database"
import { searchOf, withIndex } from "./ready"

export type Found = {
  /** The best first. */
  ids: string[]
  /** Of the same places; comparable within one answer only. */
  scores: number[]
  /** How many there are, beyond `limit` too. */
  count: number
  /** Whether all words were found, after typos were put right, or only some of them. */
  matched: SearchNotes["matched"]
  /** The query with its typos put right. */
  corrected?: string
  engine: SearchNotes["engine"]
}

type Asked = { q: string; limit: number; offset?: number }

/** Goods that shoppers may see. */
export const SHOPPERS_GOODS = { status: "published", is_listed: true } satisfies SearchFilters

/** Categories that shoppers may see. */
export const SHOPPERS_CATEGORIES = { is_active: true, is_internal: false } satisfies SearchFilters

/** Companies that this caller may know of: public ones, and private ones that have let them in. One statement for a customer. */
export async function shoppersCompanies(
  container: MedusaContainer,
  customerId: string | null
): Promise<SearchFilters> {
  const joined = await joinedCompanyIds(databaseOf(container), customerId)
  return { status: "active", $or: [{ is_private: false }, ...(joined.length > 0 ? [{ id: joined }] : [])] }
}

/**
 * Goods by words, codes and beginnings of them, the best first. Who shows them looks them up in the catalogue, which says
 * once more whether they may be seen.
 * @param input.channel_ids of the publishable key; goods of a private company are in its own channel alone
 */
export async function findProducts(
  container: MedusaContainer,
  { channel_ids, filters, ...asked }: Asked & { channel_ids: string[]; filters?: SearchFilters }
): Promise<Found> {
  const own = { ...SHOPPERS_GOODS, sales_channel_ids: channel_ids }
  return find(container, "product", asked, filters ? { $and: [own, filters] } : own)
}

/** Companies by their names. @param input.customer_id null for a stranger */
export async function findCompanies(
  container: MedusaContainer,
  { customer_id, ...asked }: Asked & { customer_id: string | null }
): Promise<Found> {
  return find(container, "company", asked, await shoppersCompanies(container, customer_id))
}

/** Categories by their names and those they lie under. */
export async function findCategories(container: MedusaContainer, asked: Asked): Promise<Found> {
  return find(container, "product_category", asked, SHOPPERS_CATEGORIES)
}

async function find(
  container: MedusaContainer,
  entity: IndexName,
  { q, limit, offset = 0 }: Asked,
  filters: SearchFilters
): Promise<Found> {
  const query: SearchQuery = {
    entity,
    fields: ["id"],
    filters: { ...filters, q },
    pagination: { take: limit, skip: offset },
    search_options: {
      match_strategy: "last",
      include_score: true,
      provider_options: { bozor: { synonyms: await synonymsOf(container) } },
    },
  }
  const { hits, metadata, provider_metadata } = await withIndex(container, entity, () =>
    searchOf(container).search(query)
  )
  const { engine, matched, corrected } = provider_metadata as SearchNotes
  return {
    ids: hits.map(({ id }) => id),
    scores: hits.map(({ score }) => score ?? 0),
    count: metadata.count ?? hits.length,
    matched,
    ...(corrected !== undefined && hits.length > 0 && { corrected }),
    engine,
  }
}

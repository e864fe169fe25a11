import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { likePattern, toSearchText } from "../../../lib/search-text"
import { searchByDigits } from "../../order-group/lib/order-filter"
import { Found, SalesFilter } from "../types"

/** So many variants with a text in their name are looked for; whoever means others has to say more of the name. */
const MOST_GOODS = 5_000
const MOST_ORDERS = 1_000

/** As `toSearchText` writes a name, of a line l; the expression of the table's index. */
const TITLE = "lower(translate(l.title, 'ʻʼ‘’`´', ''''''''''''''))"

/** Goods with a text in their present names, and sales of goods that are nobody's listing (brought over from elsewhere). */
const BY_NAME = {
  variant_ids: `select v.variant_id from listing l join listing_variant v on v.listing_id = l.id
    where l.company_id = ? and l.search_text like ? limit ${MOST_GOODS}`,
  order_ids: `select l.company_order_id from company_order_line l join company_order c on c.id = l.company_order_id
     and c.company_id = ? where l.listing_id is null and l.deleted_at is null and ${TITLE} like ? limit ${MOST_ORDERS}`,
}
const BY_BARCODE = "select variant_id from listing_variant where company_id = ? and barcode = ?"
const LISTING = "select variant_id from listing_variant where company_id = ? and listing_id = ?"
const VARIANT = "select variant_id from listing_variant where company_id = ? and (variant_id = ? or id = ?)"
const BY_RECEIPT = (kind: string, column: string) =>
  `select ${column} from receipt where company_id = ? and year = ?::int and number = ?::int and kind = '${kind}' and deleted_at is null`

type Search = { into: keyof Found; sql: string; values: string[] }

/**
 * What a search and a named variant mean, as ids, so that the journal's statement is planned for just those. One statement, or
 * none.
 */
export async function findMeant(container: MedusaContainer, filter: SalesFilter): Promise<Found | null> {
  const searches = searchesOf(filter)
  if (searches.length === 0) {
    return null
  }
  const columns = NAMES.map((name) => {
    const own = searches.filter(({ into }) => into === name)
    return `array(${own.map(({ sql }) => `(${sql})`).join(" union ") || "select ''::text where false"}) as ${name}`
  })
  const inOrder = NAMES.flatMap((name) => searches.filter(({ into }) => into === name))
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Found[] }>(
    `select ${columns.join(", ")}`,
    inOrder.flatMap(({ values }) => values)
  )
  return rows[0]
}

const NAMES = ["order_ids", "refund_ids", "variant_ids", "named_ids"] as const

function searchesOf({ company_id, q, listing_id, variant_id }: SalesFilter): Search[] {
  const named: Search[] = variant_id
    ? [{ into: "named_ids", sql: VARIANT, values: [company_id, variant_id, variant_id] }]
    : listing_id
      ? [{ into: "named_ids", sql: LISTING, values: [company_id, listing_id] }]
      : []
  return [...named, ...(q ? meaningsOf(company_id, q) : [])]
}

function meaningsOf(companyId: string, q: string): Search[] {
  const receipt = /^(2\d{3})-(\d{6,9})$/.exec(q)
  if (receipt) {
    const values = [companyId, receipt[1], receipt[2]]
    return [
      { into: "order_ids", sql: BY_RECEIPT("sale", "company_order_id"), values },
      { into: "refund_ids", sql: BY_RECEIPT("refund", "refund_id"), values },
    ]
  }
  const digits = searchByDigits(companyId, q)
  if (digits) {
    return [
      { into: "order_ids", sql: digits.searches.join(" union "), values: digits.values },
      { into: "variant_ids", sql: BY_BARCODE, values: [companyId, q.replace(/\s/g, "")] },
    ]
  }
  const values = [companyId, likePattern(toSearchText(q))]
  return [
    { into: "variant_ids", sql: BY_NAME.variant_ids, values },
    { into: "order_ids", sql: BY_NAME.order_ids, values },
  ]
}

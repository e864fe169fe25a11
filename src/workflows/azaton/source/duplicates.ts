import { legacyBarcode } from "../plan/barcode"
import { receiptKey } from "../plan/receipts"
import { idOf } from "../plan/values"
import { ask } from "./connection"
import { FoundTable } from "./detect"
import { Row } from "./pages"
import { Session, tableOf } from "./session"

/**
 * Rows that say the same as an older one. The source finds the few candidates; which of them are equal is decided here,
 * as plans compare. So nothing is kept of the many rows that are alone.
 */

type Candidate = Row & { id: unknown }

/** Of each key: every row but the first → the first. `keyOf` null: the row is no candidate after all. */
function laterOnes(rows: Candidate[], keyOf: (row: Candidate) => string | null): Map<string, string> {
  const first = new Map<string, string>()
  const later = new Map<string, string>()
  for (const row of rows) {
    const id = idOf(row.id)!
    const key = keyOf(row)
    const kept = key === null ? undefined : first.get(key)
    if (kept !== undefined) {
      later.set(id, kept)
    } else if (key !== null) {
      first.set(key, id)
    }
  }
  return later
}

/** Rows of a table whose expressions several rows share, the oldest first. */
function sharing(session: Session, table: FoundTable, by: string[], columns: string, where = "true") {
  return ask<Candidate>(
    session.legacy,
    `select * from (
       select id, ${columns}, count(*) over (partition by ${by.join(", ")}) as azaton_same
       from "${table.name}" where ${where}
     ) t where azaton_same > 1 order by id`
  )
}

/** Orders whose code an older one has, ignoring case. */
export async function repeatedCodes(session: Session): Promise<Map<string, string>> {
  const table = tableOf(session, "customer_orders")!
  const rows = await sharing(session, table, ["lower(btrim(order_code))"], "order_code")
  return laterOnes(rows, (row) => String(row.order_code).trim().toLowerCase())
}

/** Goods whose barcode, or short code, older goods of the same company have. */
export async function repeatedGoodsCodes(session: Session) {
  const table = tableOf(session, "products")!
  const of = async (name: "barcode" | "barid", key: string, keyOf: (row: Candidate) => string | null) => {
    if (!table.columns[name]) {
      return new Map<string, string>()
    }
    const where = `${name} is not null and name not like '\\_\\_CATEGORY\\_MARKER\\_\\_%'`
    return laterOnes(await sharing(session, table, ["company_id", key], `company_id, ${name}`, where), keyOf)
  }
  return {
    barcodes: await of("barcode", "ltrim(btrim(barcode), '0')", (row) => {
      const code = legacyBarcode(row.barcode)?.code
      return code ? `${String(row.company_id)}:${code}` : null
    }),
    shopCodes: await of("barid", "barid", (row) =>
      idOf(row.barid) ? `${String(row.company_id)}:${idOf(row.barid)}` : null
    ),
  }
}

/** Receipts that were saved again. */
export async function repeatedReceipts(session: Session): Promise<Map<string, string>> {
  const table = tableOf(session, "user_receipts")
  if (!table) {
    return new Map()
  }
  const { order_code: code, issued_at: at, total } = table.columns
  const by = code ? [`btrim("${code}")`] : [at, total].filter(Boolean).map((name) => `"${name}"`)
  const asked = Object.entries({ order_code: code, issued_at: at, total })
    .map(([ours, theirs]) => (theirs ? `"${theirs}" as ${ours}` : `null as ${ours}`))
    .join(", ")
  const rows = by.length > 0 ? await sharing(session, table, by, `phone_number, ${asked}`) : []
  return laterOnes(rows, receiptKey)
}

/** Rows of a table by telephone that may be of one customer: the last nine digits are equal. */
export async function samePhone(
  session: Session,
  table: FoundTable | undefined,
  column: string,
  beside: string[],
  columns: string[]
): Promise<Candidate[]> {
  if (!table) {
    return []
  }
  const digits = `right(regexp_replace("${column}", '[^0-9]', '', 'g'), 9)`
  const asked = [column, ...columns].map((name) => `"${name}"`).join(", ")
  return sharing(session, table, [...beside, digits], asked)
}

import { MedusaContainer } from "@medusajs/framework/types"
import { assertId } from "../../lib/errors"
import { cursorText, readCursor } from "./lib/cursor"
import { presentEntry } from "./lib/present"
import { findMeant } from "./queries/found"
import { readJournal } from "./queries/journal"
import { journalTotals } from "./queries/totals"
import { SalesFilter } from "./types"

type Wish = SalesFilter & { after?: string; limit: number; shows_profit: boolean }

/**
 * A page of a company's journal: orders on the moment that they were paid, refunds on that of their success, newest first. What
 * is sold meanwhile is newer than any page that follows, so walking the pages meets every entry once.
 * @returns `next`, to be sent as `after`; null on the last page. `totals` of the whole filter on the first page only.
 */
export async function listSalesJournal(container: MedusaContainer, wish: Wish) {
  const { after, limit, shows_profit, ...filter } = wish
  assertId(filter.company_id, "company id")
  const found = await findMeant(container, filter)
  const cursor = after === undefined ? null : readCursor(after)
  const rows = await readJournal(container, filter, found, { after: cursor, limit: limit + 1, shows_profit })
  const page = rows.slice(0, limit)
  return {
    sales: page.map(presentEntry),
    next: rows.length > limit ? cursorText(page[page.length - 1]) : null,
    limit,
    ...(cursor ? {} : { totals: await journalTotals(container, filter, found, shows_profit) }),
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { assertId } from "../../lib/errors"
import { Language } from "../../documents"
import { ExchangeErrors } from "../../modules/exchange/errors"
import { Cell } from "../../modules/exchange/lib/fields"
import { CSV_BEGIN, csvLine, workbook } from "../exchange/lib/sheet-file"
import { Cursor } from "./lib/cursor"
import { SALES_WORDS, salesHeader, salesLine } from "./lib/export-row"
import { findMeant } from "./queries/found"
import { readJournal } from "./queries/journal"
import { SalesFilter } from "./types"

type Wish = SalesFilter & { shows_profit: boolean; language: Language }

/** Entries that are read at a time. */
const PAGE = 1_000
/** A workbook is made in memory; beyond this many entries only CSV, which is sent as it is read. */
const XLSX_ROWS = 20_000

/** The journal as CSV, newest first, piece by piece; what is wrong with the question comes before the first piece. */
export async function salesCsv(container: MedusaContainer, wish: Wish): Promise<AsyncGenerator<string>> {
  const pages = await salesPages(container, wish)
  return (async function* () {
    yield CSV_BEGIN + csvLine(salesHeader(wish.language, wish.shows_profit), wish.language)
    for await (const lines of pages) {
      yield lines.map((line) => csvLine(line, wish.language)).join("")
    }
  })()
}

/**
 * The journal as a workbook.
 * @throws {MedusaError} EXPORT_TOO_LARGE
 */
export async function salesXlsx(container: MedusaContainer, wish: Wish): Promise<Buffer> {
  const all: Cell[][] = [salesHeader(wish.language, wish.shows_profit)]
  for await (const lines of await salesPages(container, wish)) {
    all.push(...lines)
    if (all.length > XLSX_ROWS + 1) {
      throw ExchangeErrors.exportTooLarge(XLSX_ROWS)
    }
  }
  return workbook(all, SALES_WORDS[wish.language].sheet)
}

/** Lines of the journal, a page at a time; each is found by where the last one ended. */
async function salesPages(container: MedusaContainer, wish: Wish): Promise<AsyncGenerator<Cell[][]>> {
  const { shows_profit, language, ...filter } = wish
  assertId(filter.company_id, "company id")
  const found = await findMeant(container, filter)
  return (async function* () {
    let after: Cursor | null = null
    do {
      const rows = await readJournal(container, filter, found, { after, limit: PAGE, shows_profit })
      yield rows.map((row) => salesLine(row, language))
      after = rows.length === PAGE ? rows[PAGE - 1] : null
    } while (after)
  })()
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { Language } from "../../documents"
import { ExchangeErrors } from "../../modules/exchange/errors"
import { Cell } from "../../modules/exchange/lib/fields"
import { listCategories } from "../listing/queries/categories"
import { exportFields, exportRows, headerLine } from "./lib/export-row"
import { WORDS } from "./lib/headers"
import { CSV_BEGIN, csvLine, workbook } from "./lib/sheet-file"
import { Viewer } from "./queries/imports"
import { loadListings } from "./queries/known"

type Wish = Viewer & { language: Language }

/** Listings that are read at a time. */
const PAGE = 500
/** A workbook is made in memory; beyond this many rows only CSV, which is sent as it is read. */
const XLSX_ROWS = 20_000

/** A company's goods as CSV, piece by piece. */
export async function* exportCsv(container: MedusaContainer, wish: Wish): AsyncGenerator<string> {
  yield CSV_BEGIN
  for await (const lines of exportLines(container, wish)) {
    yield lines.map((line) => csvLine(line, wish.language)).join("")
  }
}

/**
 * A company's goods as a workbook.
 * @throws {MedusaError} EXPORT_TOO_LARGE
 */
export async function exportXlsx(container: MedusaContainer, wish: Wish): Promise<Buffer> {
  const all: Cell[][] = []
  for await (const lines of exportLines(container, wish)) {
    all.push(...lines)
    if (all.length > XLSX_ROWS) {
      throw ExchangeErrors.exportTooLarge(XLSX_ROWS)
    }
  }
  return workbook(all, WORDS[wish.language].goods)
}

/** Lines of an export, the headers first. Archived goods are left out: an import would not find them. */
async function* exportLines(container: MedusaContainer, wish: Wish): AsyncGenerator<Cell[][]> {
  assertId(wish.company_id, "company id")
  const { company_id, shows_cost, language } = wish
  const fields = exportFields(shows_cost)
  yield [headerLine(fields, language)]
  const { categories } = await listCategories(container, { limit: 100_000, offset: 0 })
  const categoryPaths = new Map(categories.map(({ id, path }) => [id, path.join(" / ")]))
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string }> }>(
      `select id from listing where company_id = ? and status = 'active' and deleted_at is null
        order by created_at, id`,
      [company_id]
    )
  for (let start = 0; start < rows.length; start += PAGE) {
    const ids = rows.slice(start, start + PAGE).map(({ id }) => id)
    const listings = await loadListings(container, company_id, ids)
    yield listings.flatMap((listing) => exportRows(listing, fields, { language, categoryPaths }))
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { Language } from "../../../documents"
import { ExchangeErrors } from "../../../modules/exchange/errors"
import { readTable } from "../../../modules/exchange/lib/file/read-table"
import { ExpenseErrors } from "../../../modules/expense/errors"
import { dayOf } from "../../../modules/ledger/lib/period"
import { listCategories } from "../queries/categories"
import { Field, HEADERS, ROWS_MAX } from "./lib/fields"
import { indexCategories, mapHeaders, missingFields, readRow, RowError, RowExpense } from "./lib/read-row"
import { rowKeys } from "./lib/row-keys"

/** A row of a file: an expense to write, one that the company has already, or one with errors. */
export type ReadRow = {
  /** The line a sheet shows. */
  number: number
  values: Partial<RowExpense>
  said: Partial<Record<Field, string>>
  errors: RowError[]
} & ({ status: "ok" | "duplicate"; key: string; values: RowExpense } | { status: "error" })

/**
 * Reads a file of expenses against what its company has. Nothing is written.
 * @param content XLSX or CSV, as its content says
 * @throws {MedusaError} what `readTable` refuses, IMPORT_TOO_MANY_ROWS, EXPENSE_IMPORT_COLUMNS_MISSING
 */
export async function readFile(
  container: MedusaContainer,
  { company_id, content, language }: { company_id: string; content: Buffer; language: Language }
): Promise<ReadRow[]> {
  assertId(company_id, "company id")
  const { columns, rows } = await readTable(content)
  if (rows.length > ROWS_MAX) {
    throw ExchangeErrors.tooManyRows(ROWS_MAX)
  }
  const mapping = mapHeaders(columns.map(({ header }) => header))
  const missing = missingFields(mapping)
  if (missing.length > 0) {
    throw ExpenseErrors.importColumnsMissing(missing.map((field) => HEADERS[language][field]).join(", "))
  }
  const { expense_categories } = await listCategories(container, { company_id, limit: 10_000, offset: 0 })
  const context = { categories: indexCategories(expense_categories), today: dayOf(new Date()) }
  const read = rows.map(({ number, cells }) => ({ number, ...readRow(cells, mapping, context) }))
  return withStatus(container, company_id, read)
}

type Read = Pick<ReadRow, "number" | "values" | "said" | "errors">

async function withStatus(container: MedusaContainer, company_id: string, rows: Read[]): Promise<ReadRow[]> {
  const good = rows.filter(({ errors }) => errors.length === 0).map(({ values }) => values as RowExpense)
  const keys = rowKeys(company_id, good)
  const known = await knownKeys(container, company_id, keys)
  let nth = 0
  return rows.map((row) => {
    if (row.errors.length > 0) {
      return { ...row, status: "error" }
    }
    const key = keys[nth++]
    const status = known.has(key) ? "duplicate" : "ok"
    return { ...row, values: row.values as RowExpense, status, key }
  })
}

/** Which of these rows the company has: one that was deleted has given its key back, and may come again. */
async function knownKeys(
  container: MedusaContainer,
  company_id: string,
  keys: string[]
): Promise<Set<string>> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ client_id: string }> }>(
      "select client_id from expense where company_id = ? and client_id = any(?)",
      [company_id, keys]
    )
  return new Set(rows.map(({ client_id }) => client_id))
}

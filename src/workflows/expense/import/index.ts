import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Language } from "../../../documents"
import { Person } from "../../../modules/expense/lib/approval"
import { monthOf } from "../../../modules/expense/lib/budget"
import { expensesOf } from "../announce"
import { noteBudgets } from "../budgets"
import { nameOf } from "../write"
import { presentError } from "./lib/row-texts"
import { ReadRow, readFile } from "./read-file"

export { templateFile } from "./template"

type Upload = { person: Person; content: Buffer; language: Language }

/**
 * Says what an import of a file would do, row by row. Nothing is written.
 * @throws {MedusaError} the codes of `readFile`
 */
export async function previewImport(container: MedusaContainer, { person, content, language }: Upload) {
  const { company_id } = person
  const rows = await readFile(container, { company_id, content, language })
  const counted = (status: ReadRow["status"]) => rows.filter((row) => row.status === status).length
  return {
    rows: rows.map(({ number, status, values, said, errors }) => ({
      row: number,
      status,
      day: values.day ?? said.day ?? null,
      amount: values.amount ?? null,
      category: said.category ?? null,
      category_id: values.category_id ?? null,
      payee: values.payee ?? null,
      payment_method: values.payment_method ?? null,
      note: values.note ?? null,
      errors: errors.map((error) => presentError(error, language)),
    })),
    counts: { ok: counted("ok"), error: counted("error"), duplicate: counted("duplicate") },
  }
}

/**
 * Writes the good rows of a file, all of them or none; rows that the company has been given before are passed over, so
 * that the same file twice, or twenty times at once, is one import.
 * @returns how many were written, passed over, and refused with errors
 * @throws {MedusaError} the codes of `readFile`
 */
export async function applyImport(container: MedusaContainer, { person, content, language }: Upload) {
  const { company_id, user_id } = person
  const rows = await readFile(container, { company_id, content, language })
  const good = rows.flatMap((row) => (row.status === "error" ? [] : [{ ...row.values, client_id: row.key }]))
  const author_name = await nameOf(container, user_id)
  const written = await expensesOf(container).writeImported({ person, author_name, rows: good })
  const fresh = good.filter(({ client_id }) => written.has(client_id))
  const spots = fresh.map(({ category_id, day }) => ({ category_id, month: monthOf(day) }))
  await tellBudgets(container, company_id, spots)
  return { created: fresh.length, skipped: good.length - fresh.length, errors: rows.length - good.length }
}

/** The expenses stand, whether their budgets can be looked at or not. */
async function tellBudgets(
  container: MedusaContainer,
  company_id: string,
  spots: Parameters<typeof noteBudgets>[2]
) {
  if (spots.length === 0) {
    return
  }
  try {
    await noteBudgets(container, company_id, spots)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error("expenses are imported; their budgets could not be read", error as Error)
  }
}

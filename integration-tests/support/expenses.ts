import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { dayOf } from "../../src/modules/ledger/lib/period"
import { Api } from "./market"

type Headers = { headers: Record<string, string> }

/** The day it is in Tashkent. */
export const today = () => dayOf(new Date())

/** A PDF, as far as its first bytes tell; another text is another file. */
export const pdf = (text: string) => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`)

/** A form with files, as a browser sends it. */
export function filesForm(files: Array<{ name: string; content: Buffer }>) {
  const form = new FormData()
  files.forEach(({ name, content }) => form.append("files", new Blob([content as never]), name))
  return form
}

/**
 * An expense of an accountant's with a proof, and a recurring one with a skipped period, which wait for the owner; and a
 * category of the company's own.
 */
export async function makeExpense(api: Api, owner: Headers, accountant: Headers) {
  const post = async (path: string, body: unknown, who: Headers) =>
    (await api.post(`/merchant${path}`, body, who)).data
  await post("/expense-policy", { requires_approval: true }, owner)
  const body = { day: today(), amount: 150_000, category_id: "rent", note: "ombor" }
  const made = await post("/expenses", body, accountant)
  const form = filesForm([{ name: "chek.pdf", content: pdf("access") }])
  const proven = await post(`/expenses/${made.expense.id}/attachments`, form, accountant)
  const rent = { category_id: "rent", amount: 900_000, period: "month", starts_on: "2026-01-16" }
  const { recurring_expense } = await post("/recurring-expenses", rent, accountant)
  const skipped = { period_start: today(), amount: null }
  await post(`/recurring-expenses/${recurring_expense.id}/changes`, skipped, accountant)
  const own = await post("/expense-categories", { name: "Choy-non" }, owner)
  return {
    expense: made.expense.id as string,
    attachment: proven.expense.attachments[0].id as string,
    expenseCategory: own.expense_category.id as string,
    recurringExpense: recurring_expense.id as string,
  }
}

/** A private file of Medusa's own, as its exports make them. */
export async function makePrivateFile(container: MedusaContainer): Promise<string> {
  const file = await container
    .resolve(Modules.FILE)
    .createFiles({ filename: "export.csv", mimeType: "text/csv", content: "telefon\n", access: "private" })
  return file.id
}

/**
 * Keeps one attachment's file where a suite puts its rows back after each test, and nothing puts files back.
 * @returns what deletes it after all
 */
export async function keepFile(container: MedusaContainer, attachmentId: string) {
  const expenses = container.resolve("expense") as {
    retrieveExpenseAttachment: (id: string) => Promise<{ file_key: string }>
  }
  const { file_key } = await expenses.retrieveExpenseAttachment(attachmentId)
  const files = container.resolve(Modules.FILE)
  const remove = files.deleteFiles.bind(files)
  jest
    .spyOn(files, "deleteFiles")
    .mockImplementation((keys) => remove([keys].flat().filter((key) => key !== file_key)))
  return (...more: string[]) => remove([file_key, ...more])
}

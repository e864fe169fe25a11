import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { bankFileOf } from "../../../../workflows/settlement"
import { BankFileQuery } from "../validators"

/** Payments to companies for the bank's program, and the companies that can't be paid with what they lack. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { period, lang, format } = req.validatedQuery as BankFileQuery
  const [from, to] = period?.split("..") ?? []
  const bank_file = await bankFileOf(req.scope, { from, to, language: lang })
  res.setHeader("cache-control", "private, no-store")
  if (format === "csv") {
    res.setHeader("content-type", "text/csv; charset=utf-8")
    res.setHeader("content-disposition", `attachment; filename="payments-${period ?? "all"}.csv"`)
    res.setHeader("x-bozor-problems", String(bank_file.problems.length))
    res.send(bank_file.csv)
    return
  }
  res.json({ bank_file })
}

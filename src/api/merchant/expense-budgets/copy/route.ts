import { MedusaResponse } from "@medusajs/framework/http"
import { copyBudgets } from "../../../../workflows/expense/budgets"
import { MerchantRequest } from "../../../access/standing"
import { CopyBudgetsBody } from "../validators"

export async function POST(req: MerchantRequest<CopyBudgetsBody>, res: MedusaResponse) {
  res.json(await copyBudgets(req.scope, { ...req.validatedBody, company_id: req.company.id }))
}

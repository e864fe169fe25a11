import { MedusaResponse } from "@medusajs/framework/http"
import { setBudget } from "../../../workflows/expense/budgets"
import { listBudgets } from "../../../workflows/expense/queries/budgets"
import { MerchantRequest } from "../../access/standing"
import { ListBudgetsQuery, SetBudgetBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListBudgetsQuery
  res.json(await listBudgets(req.scope, { ...query, company_id: req.company.id }))
}

/** `expense_budget` is null when the budget was taken away. */
export async function POST(req: MerchantRequest<SetBudgetBody>, res: MedusaResponse) {
  const wish = { ...req.validatedBody, company_id: req.company.id }
  res.json({ expense_budget: await setBudget(req.scope, wish) })
}

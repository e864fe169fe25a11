import { MedusaResponse } from "@medusajs/framework/http"
import { changeCategory } from "../../../../workflows/expense"
import { MerchantRequest } from "../../../access/standing"
import { ChangeCategoryBody } from "../validators"

export async function POST(req: MerchantRequest<ChangeCategoryBody>, res: MedusaResponse) {
  const find = { company_id: req.company.id, id: req.params.id }
  res.json({ expense_category: await changeCategory(req.scope, { ...req.validatedBody, ...find }) })
}

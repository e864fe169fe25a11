import { MedusaResponse } from "@medusajs/framework/http"
import { createCategory } from "../../../workflows/expense"
import { listCategories } from "../../../workflows/expense/queries/categories"
import { MerchantRequest } from "../../access/standing"
import { ListCategoriesQuery, NewCategoryBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { limit, offset } = req.validatedQuery as ListCategoriesQuery
  const page = await listCategories(req.scope, { company_id: req.company.id, limit, offset })
  res.json({ ...page, offset, limit })
}

export async function POST(req: MerchantRequest<NewCategoryBody>, res: MedusaResponse) {
  const expense_category = await createCategory(req.scope, {
    ...req.validatedBody,
    company_id: req.company.id,
  })
  res.status(201).json({ expense_category })
}

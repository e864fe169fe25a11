import { MedusaResponse } from "@medusajs/framework/http"
import { listCategories } from "../../../workflows/listing/queries/categories"
import { MerchantRequest } from "../../access/standing"
import { ListCategoriesQuery } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const page = req.validatedQuery as ListCategoriesQuery
  res.json({ ...(await listCategories(req.scope, page)), ...page })
}

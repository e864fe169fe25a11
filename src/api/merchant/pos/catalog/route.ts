import { MedusaResponse } from "@medusajs/framework/http"
import { deskCatalog } from "../../../../workflows/pos/queries/catalog"
import { MerchantRequest } from "../../../access/standing"
import { CatalogQuery } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as CatalogQuery
  res.json(await deskCatalog(req.scope, { ...query, company_id: req.company.id }))
}

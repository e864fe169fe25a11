import { MedusaResponse } from "@medusajs/framework/http"
import { bulkUpdateListings } from "../../../../workflows/listing"
import { MerchantRequest } from "../../../access/standing"
import { BulkListingsBody } from "../validators"

export async function POST(req: MerchantRequest<BulkListingsBody>, res: MedusaResponse) {
  const { ids, ...change } = req.validatedBody
  res.json(await bulkUpdateListings(req.scope, { company_id: req.company.id, ids, change }))
}

import { MedusaResponse } from "@medusajs/framework/http"
import { listMerchantRatings } from "../../../workflows/rating/queries/merchant-ratings"
import { MerchantRequest } from "../../access/standing"
import { ListRatingsQuery } from "../reviews/validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { limit, offset } = req.validatedQuery as ListRatingsQuery
  const { ratings, count, summary } = await listMerchantRatings(req.scope, req.company.id, { limit, offset })
  res.json({ ratings, count, offset, limit, summary })
}

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { likeOwner } from "../../../../workflows/like"
import { likedAmong } from "../../../../workflows/like/queries"
import { shopperOf } from "../../../access/shopper"
import { CheckLikesQuery } from "../validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { product_id } = req.validatedQuery as CheckLikesQuery
  const owner = await likeOwner(req.scope, shopperOf(req))
  res.json({ product_ids: owner ? await likedAmong(req.scope, owner, product_id) : [] })
}

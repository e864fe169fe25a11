import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { likeOwner } from "../../../../../workflows/like"
import { readProductLikes } from "../../../../../workflows/like/queries"
import { shopperOf } from "../../../../access/shopper"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const owner = await likeOwner(req.scope, shopperOf(req))
  res.json(await readProductLikes(req.scope, owner, req.params.id))
}

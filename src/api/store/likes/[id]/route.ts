import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { likingOwner, unlikeProduct } from "../../../../workflows/like"
import { readProductLikes } from "../../../../workflows/like/queries"
import { shopperOf } from "../../../access/shopper"

export async function DELETE(req: MedusaRequest, res: MedusaResponse) {
  const product_id = req.params.id
  const owner = await likingOwner(req.scope, shopperOf(req))
  const like = owner
    ? await unlikeProduct(req.scope, { ...owner, product_id })
    : { product_id, ...(await readProductLikes(req.scope, null, product_id)) }
  res.json({ like })
}

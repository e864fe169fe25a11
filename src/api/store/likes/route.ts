import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { admitGuestLike, admitVisitor, likeOwner, likeProduct, likingOwner } from "../../../workflows/like"
import { listLikes } from "../../../workflows/like/queries"
import { newVisitor, shopperOf } from "../../access/shopper"
import { LikeProductBody, ListLikesQuery } from "./validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const page = req.validatedQuery as ListLikesQuery
  const owner = await likeOwner(req.scope, shopperOf(req))
  const found = owner ? await listLikes(req.scope, owner, page) : { likes: [], count: 0 }
  res.json({ ...found, offset: page.offset, limit: page.limit })
}

/** A browser that nobody knows yet is given a visitor's token: what it likes is found again by it. */
export async function POST(req: MedusaRequest<LikeProductBody>, res: MedusaResponse) {
  const { product_id } = req.validatedBody
  const owner = await likingOwner(req.scope, shopperOf(req))
  if (!owner?.customer_id) {
    await admitGuestLike(req.ip, product_id)
  }
  if (owner) {
    return void res.json({ like: await likeProduct(req.scope, { ...owner, product_id }) })
  }
  await admitVisitor(req.scope, req.ip)
  const { visitor_id, token } = newVisitor(req)
  const like = await likeProduct(req.scope, { owner_id: visitor_id, customer_id: null, product_id })
  res.json({ like, visitor_token: token() })
}

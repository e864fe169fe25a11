import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readSharedList } from "../../../../workflows/like/queries"
import { customerOf } from "../../../access/shopper"
import { ListLikesQuery } from "../../likes/validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { limit, offset } = req.validatedQuery as ListLikesQuery
  const input = { token: req.params.token, reader_id: customerOf(req), limit, offset }
  const { list, items, count } = await readSharedList(req.scope, input)
  res.json({ shared_list: { ...list, items }, count, offset, limit })
}

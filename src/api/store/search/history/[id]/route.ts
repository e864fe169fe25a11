import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { dropSearch } from "../../../../../workflows/search-log"
import { shopperOf } from "../../../../access/shopper"

export async function DELETE(req: MedusaRequest, res: MedusaResponse) {
  const { id } = req.params
  await dropSearch(req.scope, shopperOf(req), id)
  res.json({ id, object: "search_history", deleted: true })
}

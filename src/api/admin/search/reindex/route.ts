import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reindexSearch } from "../../../../workflows/search-log/engine"

export async function POST(req: MedusaRequest, res: MedusaResponse) {
  res.status(202).json({ reindex: await reindexSearch(req.scope) })
}

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addSynonym, listSynonyms } from "../../../../workflows/search-log"
import { ListSynonymsQuery, NewSynonymBody } from "../validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const page = req.validatedQuery as ListSynonymsQuery
  res.json({ ...(await listSynonyms(req.scope, page)), offset: page.offset, limit: page.limit })
}

export async function POST(req: MedusaRequest<NewSynonymBody>, res: MedusaResponse) {
  res.status(201).json({ synonym: await addSynonym(req.scope, req.validatedBody) })
}

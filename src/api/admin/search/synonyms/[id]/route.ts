import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeSynonym, dropSynonym } from "../../../../../workflows/search-log"
import { ChangeSynonymBody } from "../../validators"

export async function POST(req: MedusaRequest<ChangeSynonymBody>, res: MedusaResponse) {
  res.json({ synonym: await changeSynonym(req.scope, { ...req.validatedBody, id: req.params.id }) })
}

export async function DELETE(req: MedusaRequest, res: MedusaResponse) {
  const { id } = req.params
  await dropSynonym(req.scope, id)
  res.json({ id, object: "search_synonym", deleted: true })
}

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerCatalog } from "../../answer"

export const GET = (req: MedusaRequest, res: MedusaResponse) =>
  answerCatalog(req, res, { kind: "company", key: req.params.id, query: {} })

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerCatalog } from "../answer"

export const GET = (req: MedusaRequest, res: MedusaResponse) =>
  answerCatalog(req, res, {
    kind: "companies",
    query: req.validatedQuery as { limit: number; offset: number },
  })

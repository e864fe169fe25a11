import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { PriceQuestion } from "../../../../workflows/catalog/serve"
import { answerCatalog } from "../answer"

export const GET = (req: MedusaRequest, res: MedusaResponse) =>
  answerCatalog(req, res, { kind: "home", query: req.validatedQuery as PriceQuestion })

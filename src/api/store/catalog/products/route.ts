import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { GoodsQuery } from "../../../../workflows/catalog/serve"
import { answerCatalog } from "../answer"

export const GET = (req: MedusaRequest, res: MedusaResponse) =>
  answerCatalog(req, res, { kind: "products", query: req.validatedQuery as GoodsQuery })

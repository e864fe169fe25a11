import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countImpressions } from "../../../../workflows/ad/serving"
import { CountImpressionsBody } from "../validators"
import { adReporter } from "../visitor"

export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { tokens } = req.validatedBody as CountImpressionsBody
  res.json({ counted: await countImpressions(req.scope, adReporter(req), tokens) })
}

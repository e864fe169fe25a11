import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countClick } from "../../../../../workflows/ad/serving"
import { CountClickBody } from "../../validators"
import { adReporter } from "../../visitor"

export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { token } = req.validatedBody as CountClickBody
  res.json({ link: await countClick(req.scope, adReporter(req), { ad_id: req.params.id, token }) })
}

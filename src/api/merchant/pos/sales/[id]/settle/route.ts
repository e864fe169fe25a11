import { MedusaResponse } from "@medusajs/framework/http"
import { settleSale } from "../../../../../../workflows/pos"
import { MerchantRequest } from "../../../../../access/standing"
import { SettleBody } from "../../../validators"
import { answerSale } from "../answer-sale"

export async function POST(req: MerchantRequest<SettleBody>, res: MedusaResponse) {
  const about = { id: req.params.id, company_id: req.company.id, settled_by: req.auth_context.actor_id }
  await settleSale(req.scope, { ...about, ...req.validatedBody })
  await answerSale(req, res)
}

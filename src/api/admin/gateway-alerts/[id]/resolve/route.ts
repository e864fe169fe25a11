import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resolveAlert } from "../../../../../workflows/gateway/queries"
import { ResolveAlertBody } from "../../../gateway-transactions/validators"

export async function POST(req: AuthenticatedMedusaRequest<ResolveAlertBody>, res: MedusaResponse) {
  const { resolution } = req.validatedBody
  res.json({ gateway_alert: await resolveAlert(req.scope, { id: req.params.id, resolution }) })
}

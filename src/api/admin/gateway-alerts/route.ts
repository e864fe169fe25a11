import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listAlerts } from "../../../workflows/gateway/queries"
import { ListAlertsQuery } from "../gateway-transactions/validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListAlertsQuery
  const { gateway_alerts, count } = await listAlerts(req.scope, { ...query, is_open: query.open === "true" })
  res.json({ gateway_alerts, count, offset: query.offset, limit: query.limit })
}

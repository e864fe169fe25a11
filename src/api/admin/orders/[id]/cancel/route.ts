import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cancelByOperator } from "../../../../../workflows/company-order/cancel"

/** Takes the place of Medusa's cancellation, which holds no lock; same request, same answer. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await cancelByOperator(req.scope, { order_id: req.params.id, canceled_by: req.auth_context.actor_id })
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: req.queryConfig.fields,
    filters: { id: req.params.id },
  })
  res.json({ order: data[0] })
}

import { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { refuseGroupPayment } from "../../../workflows/prepaid/queries"

async function refuse(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  await refuseGroupPayment(req.scope, req.params.id)
  next()
}

/** Medusa's own capture, where it would take the money of a whole order group past its books. */
export const adminPaymentMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/payments/:id/capture", methods: ["POST"], middlewares: [refuse] },
]

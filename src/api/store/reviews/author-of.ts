import { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** The review that a path names, and who calls. */
export const authorOf = (req: AuthenticatedMedusaRequest) => ({
  id: req.params.id,
  customer_id: req.auth_context.actor_id,
})

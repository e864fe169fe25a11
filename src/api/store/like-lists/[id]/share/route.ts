import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { likesOf } from "../../../../../workflows/like"

/** The token is shown this once; asked again, there is another one and the former is dead. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const input = { id: req.params.id, customer_id: req.auth_context.actor_id }
  res.json({ share: { token: await likesOf(req.scope).shareList(input) } })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await likesOf(req.scope).unshareList({ id: req.params.id, customer_id: req.auth_context.actor_id })
  res.json({ share: null })
}

import {
  authenticate,
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ReceiptReader } from "../../../workflows/receipt/queries/receipts"

const customer = authenticate("customer", ["session", "bearer"])

/** The secret of an order group that a guest shows: in the query, or in the header `x-order-token` (or `token`). */
export function orderTokenOf(req: AuthenticatedMedusaRequest): string | undefined {
  const token = req.query.token ?? req.get("x-order-token") ?? req.get("token")
  return typeof token === "string" && token !== "" ? token : undefined
}

/** Lets in whoever is signed in, and a guest with a token: what the token opens is looked up with it. */
export function customerOrToken(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  return orderTokenOf(req) ? next() : customer(req, res, next)
}

/** Whose receipts this request may read: those of the group whose token it shows, else the shopper's own. */
export function readerOf(req: AuthenticatedMedusaRequest): ReceiptReader {
  const group_token = orderTokenOf(req)
  return group_token ? { group_token } : { customer_id: req.auth_context.actor_id }
}

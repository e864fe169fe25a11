import { randomUUID } from "node:crypto"
import { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { readToken, signToken } from "../../lib/signed-token"

/**
 * Who calls a store route. A visitor is a browser that nobody has signed in with; it sends the token that it was given in
 * the header `x-visitor-token`, and what it has liked comes along when its person signs in.
 */
export type Shopper = { customer_id: string | null; visitor_id: string | null }

const HEADER = "x-visitor-token"
const PURPOSE = "visitor"

/** The secret that our own tokens are signed with. */
export function tokenSecret(req: MedusaRequest): string {
  const { jwtSecret } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
  if (typeof jwtSecret !== "string" || jwtSecret === "") {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "projectConfig.http.jwtSecret must be a text")
  }
  return jwtSecret
}

/** The signed-in customer; the route needs `authenticate("customer", …)` or Medusa's own under `/store`. */
export function customerOf(req: MedusaRequest): string | null {
  const auth = (req as Partial<AuthenticatedMedusaRequest>).auth_context
  return auth?.actor_type === "customer" && auth.actor_id ? auth.actor_id : null
}

/** Customer and visitor of a request; a visitor's token that is not ours counts as none. */
export function shopperOf(req: MedusaRequest): Shopper {
  const known = readToken<{ v: string }>(tokenSecret(req), PURPOSE, req.get(HEADER))
  return { customer_id: customerOf(req), visitor_id: known?.v ?? null }
}

/** A visitor for a browser that has none, and the token that says so. It names nobody and never ends. */
export function newVisitor(req: MedusaRequest): { visitor_id: string; token: () => string } {
  const visitor_id = `vis_${randomUUID().replaceAll("-", "")}`
  return { visitor_id, token: () => signToken(tokenSecret(req), PURPOSE, { v: visitor_id }) }
}

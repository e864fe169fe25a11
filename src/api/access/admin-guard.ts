import {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { CompanyErrors } from "../../modules/company/errors"
import { LAYOUT, LayoutAnswer, memberLayout, operatorLayout, permissionsInHand } from "./sidebar"
import { standingOf } from "./standing"

/**
 * The few calls that the dashboard's own shell makes for anybody who is signed in. A member may make them, and so may
 * somebody whom an invitation waits for, because they accept it there; without query parameters: `fields` could otherwise
 * expand across links into other companies' data.
 */
const SHELL = [/^\/users\/me$/, /^\/stores$/, /^\/feature-flags$/, /^\/layouts(\/|$)/]
const FEED = /^\/notifications$/

/**
 * Guard of every core and custom `/admin` route (house plan, decision 2). Operators pass, secret API keys act as
 * operators; a member, or somebody invited, gets the dashboard's shell and nothing else; a user who is none of these
 * gets nothing at all. It runs after Medusa's own authentication, so a request without an actor here is one to a public route.
 */
export async function adminGuard(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const auth = (req as Partial<AuthenticatedMedusaRequest>).auth_context
  if (!auth?.actor_id || auth.actor_type === "api-key") {
    return next()
  }
  const standing = await standingOf(req, auth.actor_id)
  const path = req.path.replace(/\/$/, "")
  const zone = req.method === "GET" && LAYOUT.exec(path)?.[1]
  if (standing.is_operator) {
    if (zone) {
      const send = res.json.bind(res)
      res.json = (answer) => send(operatorLayout(zone, answer as LayoutAnswer, standing))
    }
    return next()
  }
  const isShell = req.method === "GET" && (standing.memberships.length > 0 || standing.is_invited)
  if (isShell && FEED.test(path)) {
    // The feed is the operators'; a member's bell is empty here.
    res.json({ notifications: [], count: 0, offset: 0, limit: 20 })
    return
  }
  if (isShell && zone) {
    res.json(memberLayout(zone, permissionsInHand(req, standing)))
    return
  }
  if (isShell && SHELL.some((pattern) => pattern.test(path))) {
    req.query = {}
    return next()
  }
  return next(CompanyErrors.operatorRequired())
}

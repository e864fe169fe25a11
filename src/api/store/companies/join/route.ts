import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { networkOf } from "../../../../lib/network"
import { joinCompany } from "../../../../workflows/access"
import { JoinCompanyBody } from "../validators"

/** Enters a private company by its code. Too many tries are answered with 429, which Medusa's errors have no name for. */
export async function POST(req: AuthenticatedMedusaRequest<JoinCompanyBody>, res: MedusaResponse) {
  const who = { customer_id: req.auth_context.actor_id, address: networkOf(req.ip) }
  try {
    res.json({ company: await joinCompany(req.scope, { ...req.validatedBody, ...who }) })
  } catch (error) {
    const { code, message } = error as MedusaError
    if (code !== "COMPANY_JOIN_LIMITED") {
      throw error
    }
    res.status(429).json({ code, type: "too_many_requests", message })
  }
}

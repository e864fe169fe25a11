import { MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { CompanyErrors } from "../../../modules/company/errors"
import { MerchantRequest } from "../../access/standing"

type Facts = { cost?: number; markup_percent?: number }
type Body = Facts & { variants?: Facts[] }

/**
 * Cost and markup of goods are changed by those who may see them: the price follows from both, so a markup of 0 sent by
 * somebody else would print the cost. Stands after the validator.
 */
export function guardCost(req: MerchantRequest<Body>, _: MedusaResponse, next: MedusaNextFunction) {
  const { variants = [], ...top } = req.validatedBody
  const reprices = [top, ...variants].some(
    ({ cost, markup_percent }) => cost !== undefined || markup_percent !== undefined
  )
  const isAllowed = !reprices || req.permissions.includes("listing:cost")
  next(isAllowed ? undefined : CompanyErrors.permission("listing:cost"))
}

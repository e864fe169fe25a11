import { MedusaResponse } from "@medusajs/framework/http"
import { findCompanyOrder } from "../../../../workflows/order-group/queries/company-order"
import { MerchantRequest } from "../../../access/standing"

/** Answers the order of the path as it stands now, beside what the call itself has to say. */
export async function answerOrder(
  req: MerchantRequest,
  res: MedusaResponse,
  said: Record<string, unknown> = {}
) {
  const order = await findCompanyOrder(req.scope, {
    company_id: req.company.id,
    id: req.params.id,
    shows_profit: req.permissions.includes("listing:cost"),
    permissions: req.permissions,
  })
  res.json({ order, ...said })
}

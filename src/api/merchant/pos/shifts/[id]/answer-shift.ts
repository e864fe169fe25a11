import { MedusaResponse } from "@medusajs/framework/http"
import { visibleTo } from "../../../../../workflows/pos"
import { findShift } from "../../../../../workflows/pos/queries/shifts"
import { MerchantRequest } from "../../../../access/standing"
import { sellerOf } from "../../seller"

/** Answers the shift of the path as it stands now. */
export async function answerShift(req: MerchantRequest, res: MedusaResponse) {
  const find = { id: req.params.id, company_id: req.company.id, ...visibleTo(sellerOf(req)) }
  res.json({ shift: await findShift(req.scope, find) })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { findSale } from "../../../../../workflows/pos/queries/sales"
import { MerchantRequest } from "../../../../access/standing"
import { baseUrlOf } from "../../../../receipts/document"

/** Answers the sale of the path as it stands now. */
export async function answerSale(req: MerchantRequest, res: MedusaResponse) {
  const find = { company_id: req.company.id, id: req.params.id }
  res.json({ sale: await findSale(req.scope, find, baseUrlOf(req)) })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { readShift } from "../../../../workflows/pos/queries/shifts"
import { MerchantRequest } from "../../../access/standing"

/** The caller's own open shift, or null. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { id, member_id } = req.company
  res.json({ shift: await readShift(req.scope, { company_id: id, member_id, status: "open" }) })
}

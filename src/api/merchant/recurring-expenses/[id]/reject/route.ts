import { MedusaResponse } from "@medusajs/framework/http"
import { decideRecurring } from "../../../../../workflows/expense/recurring"
import { MerchantRequest } from "../../../../access/standing"
import { personOf } from "../../../expenses/person"
import { RejectBody } from "../../../expenses/validators"

export async function POST(req: MerchantRequest<RejectBody>, res: MedusaResponse) {
  const { reason } = req.validatedBody
  res.json({ recurring_expense: await decideRecurring(req.scope, personOf(req), req.params.id, { reason }) })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { changePeriod } from "../../../../../workflows/expense/recurring"
import { MerchantRequest } from "../../../../access/standing"
import { personOf } from "../../../expenses/person"
import { ChangePeriodBody } from "../../validators"

export async function POST(req: MerchantRequest<ChangePeriodBody>, res: MedusaResponse) {
  const { period_start: day, ...change } = req.validatedBody
  res.json({
    recurring_expense: await changePeriod(req.scope, personOf(req), req.params.id, { day, ...change }),
  })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { rejectExpense } from "../../../../../workflows/expense"
import { MerchantRequest } from "../../../../access/standing"
import { personOf } from "../../person"
import { RejectBody } from "../../validators"
import { answerExpense } from "../answer-expense"

export async function POST(req: MerchantRequest<RejectBody>, res: MedusaResponse) {
  await rejectExpense(req.scope, personOf(req), req.params.id, req.validatedBody.reason)
  await answerExpense(req, res)
}

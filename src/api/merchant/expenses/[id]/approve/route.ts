import { MedusaResponse } from "@medusajs/framework/http"
import { approveExpense } from "../../../../../workflows/expense"
import { MerchantRequest } from "../../../../access/standing"
import { personOf } from "../../person"
import { ApproveBody } from "../../validators"
import { answerExpense } from "../answer-expense"

export async function POST(req: MerchantRequest<ApproveBody>, res: MedusaResponse) {
  await approveExpense(req.scope, personOf(req), req.params.id, req.validatedBody.amount)
  await answerExpense(req, res)
}

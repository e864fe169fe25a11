import { MedusaResponse } from "@medusajs/framework/http"
import { addAttachments } from "../../../../../workflows/expense"
import { MerchantRequest } from "../../../../access/standing"
import { personOf } from "../../person"
import { filesOf } from "../../receive-files"
import { answerExpense } from "../answer-expense"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  await addAttachments(req.scope, personOf(req), req.params.id, filesOf(req))
  await answerExpense(req, res, 201)
}

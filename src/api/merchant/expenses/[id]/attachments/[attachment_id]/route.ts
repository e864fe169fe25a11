import { MedusaResponse } from "@medusajs/framework/http"
import { openAttachment, removeAttachment } from "../../../../../../workflows/expense"
import { MerchantRequest } from "../../../../../access/standing"
import { sendStream } from "../../../../../access/send-stream"
import { personOf } from "../../../person"
import { answerExpense } from "../../answer-expense"

const wanted = ({ params: { id, attachment_id } }: MerchantRequest) => ({ id, attachment_id })

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  await sendStream(res, await openAttachment(req.scope, personOf(req), wanted(req)))
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  await removeAttachment(req.scope, personOf(req), wanted(req))
  await answerExpense(req, res)
}

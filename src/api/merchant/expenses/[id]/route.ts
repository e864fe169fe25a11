import { MedusaResponse } from "@medusajs/framework/http"
import { changeExpense, deleteExpense } from "../../../../workflows/expense"
import { MerchantRequest } from "../../../access/standing"
import { personOf } from "../person"
import { ChangeExpenseBody } from "../validators"
import { answerExpense } from "./answer-expense"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  await answerExpense(req, res)
}

export async function POST(req: MerchantRequest<ChangeExpenseBody>, res: MedusaResponse) {
  await changeExpense(req.scope, personOf(req), req.params.id, req.validatedBody)
  await answerExpense(req, res)
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  const { id } = req.params
  await deleteExpense(req.scope, personOf(req), id)
  res.json({ id, object: "expense", deleted: true })
}

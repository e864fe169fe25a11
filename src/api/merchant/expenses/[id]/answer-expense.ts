import { MedusaResponse } from "@medusajs/framework/http"
import { findExpense } from "../../../../workflows/expense/queries/expenses"
import { MerchantRequest } from "../../../access/standing"
import { personOf } from "../person"

/** Answers the expense of the address as it stands now. */
export async function answerExpense(req: MerchantRequest, res: MedusaResponse, status = 200) {
  res.status(status).json({ expense: await findExpense(req.scope, personOf(req), req.params.id) })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { createExpense } from "../../../workflows/expense"
import { findExpense, listExpenses } from "../../../workflows/expense/queries/expenses"
import { MerchantRequest } from "../../access/standing"
import { personOf } from "./person"
import { ListExpensesQuery, NewExpenseBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListExpensesQuery
  const { expenses, count, total } = await listExpenses(req.scope, personOf(req), query)
  res.json({ expenses, count, offset: query.offset, limit: query.limit, total })
}

/** How far a budget is used up is told to whoever reads everybody's expenses: it adds them up. */
export async function POST(req: MerchantRequest<NewExpenseBody>, res: MedusaResponse) {
  const { client_id = null, ...facts } = req.validatedBody
  const person = personOf(req)
  const { id, budget } = await createExpense(req.scope, person, facts, client_id)
  const told = budget && person.permissions.includes("expense:read") ? { budget } : {}
  res.status(201).json({ expense: await findExpense(req.scope, person, id), ...told })
}

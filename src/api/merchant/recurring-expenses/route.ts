import { MedusaResponse } from "@medusajs/framework/http"
import { listRecurring } from "../../../workflows/expense/queries/recurring"
import { createRecurring } from "../../../workflows/expense/recurring"
import { MerchantRequest } from "../../access/standing"
import { personOf } from "../expenses/person"
import { ListRecurringQuery, NewRecurringBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListRecurringQuery
  const { recurring_expenses, count } = await listRecurring(req.scope, personOf(req), query)
  res.json({ recurring_expenses, count, offset: query.offset, limit: query.limit })
}

export async function POST(req: MerchantRequest<NewRecurringBody>, res: MedusaResponse) {
  const recurring_expense = await createRecurring(req.scope, personOf(req), req.validatedBody)
  res.status(201).json({ recurring_expense })
}

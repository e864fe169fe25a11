import { MedusaResponse } from "@medusajs/framework/http"
import { changeRecurring, removeRecurring } from "../../../../workflows/expense/recurring"
import { MerchantRequest } from "../../../access/standing"
import { personOf } from "../../expenses/person"
import { ChangeRecurringBody } from "../validators"

/** With `from` the answer is the expense that goes on: another one, when the edit parted it. */
export async function POST(req: MerchantRequest<ChangeRecurringBody>, res: MedusaResponse) {
  const { id } = req.params
  res.json({ recurring_expense: await changeRecurring(req.scope, personOf(req), id, req.validatedBody) })
}

/** What reports have counted ends yesterday and stays (`deleted` false); the rest is removed. */
export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  const { id } = req.params
  const { ends_on } = await removeRecurring(req.scope, personOf(req), id)
  res.json({ id, object: "recurring_expense", deleted: ends_on === null, ends_on })
}

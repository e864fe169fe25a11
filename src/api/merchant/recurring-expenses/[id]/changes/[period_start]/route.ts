import { MedusaResponse } from "@medusajs/framework/http"
import { notFound } from "../../../../../../lib/errors"
import { isDay } from "../../../../../../modules/ledger/lib/period"
import { unchangePeriod } from "../../../../../../workflows/expense/recurring"
import { MerchantRequest } from "../../../../../access/standing"
import { personOf } from "../../../../expenses/person"

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  const { id, period_start } = req.params
  if (!isDay(period_start)) {
    throw notFound("Change", period_start)
  }
  res.json({ recurring_expense: await unchangePeriod(req.scope, personOf(req), id, period_start) })
}

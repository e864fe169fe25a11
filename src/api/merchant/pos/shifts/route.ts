import { MedusaResponse } from "@medusajs/framework/http"
import { openShift, visibleTo } from "../../../../workflows/pos"
import { findShift, listShifts } from "../../../../workflows/pos/queries/shifts"
import { MerchantRequest } from "../../../access/standing"
import { sellerOf } from "../seller"
import { ListShiftsQuery, OpenShiftBody } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListShiftsQuery
  const filter = { ...query, ...visibleTo(sellerOf(req)), company_id: req.company.id }
  const { shifts, count } = await listShifts(req.scope, filter)
  res.json({ shifts, count, offset: query.offset, limit: query.limit })
}

export async function POST(req: MerchantRequest<OpenShiftBody>, res: MedusaResponse) {
  const { id } = await openShift(req.scope, sellerOf(req), req.validatedBody)
  res.status(201).json({ shift: await findShift(req.scope, { id, company_id: req.company.id }) })
}

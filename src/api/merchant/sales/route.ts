import { MedusaResponse } from "@medusajs/framework/http"
import { listSalesJournal } from "../../../workflows/sales"
import { MerchantRequest } from "../../access/standing"
import { ListSalesQuery } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const page = await listSalesJournal(req.scope, {
    ...(req.validatedQuery as ListSalesQuery),
    company_id: req.company.id,
    shows_profit: req.permissions.includes("listing:cost"),
  })
  res.json(page)
}

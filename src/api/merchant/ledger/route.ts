import { MedusaResponse } from "@medusajs/framework/http"
import { companyLedger } from "../../../workflows/ledger"
import { MerchantRequest } from "../../access/standing"
import { ListLedgerQuery } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListLedgerQuery
  res.json(await companyLedger(req.scope, { ...query, company_id: req.company.id }))
}

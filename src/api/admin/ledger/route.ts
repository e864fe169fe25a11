import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { marketLedger } from "../../../workflows/ledger"
import { ListLedgerQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json(await marketLedger(req.scope, req.validatedQuery as ListLedgerQuery))
}

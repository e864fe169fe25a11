import { MedusaResponse } from "@medusajs/framework/http"
import { changePolicy, readPolicy } from "../../../workflows/expense"
import { MerchantRequest } from "../../access/standing"
import { ChangePolicyBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  res.json({ expense_policy: await readPolicy(req.scope, req.company.id) })
}

export async function POST(req: MerchantRequest<ChangePolicyBody>, res: MedusaResponse) {
  await changePolicy(req.scope, req.company.id, req.validatedBody)
  res.json({ expense_policy: await readPolicy(req.scope, req.company.id) })
}

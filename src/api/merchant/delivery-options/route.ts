import { MedusaResponse } from "@medusajs/framework/http"
import { addDeliveryOptionWorkflow } from "../../../workflows/company"
import { findCompanyDelivery, listCompanyDelivery } from "../../../workflows/company/queries/delivery-options"
import { MerchantRequest } from "../../access/standing"
import { CreateDeliveryOptionBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const delivery_options = await listCompanyDelivery(req.scope, req.company.id)
  const count = delivery_options.length
  res.json({ delivery_options, count, offset: 0, limit: count })
}

export async function POST(req: MerchantRequest<CreateDeliveryOptionBody>, res: MedusaResponse) {
  const { kind, ...facts } = req.validatedBody
  const { result } = await addDeliveryOptionWorkflow(req.scope).run({
    input: { company_id: req.company.id, kind, facts },
  })
  res.status(201).json({ delivery_option: await findCompanyDelivery(req.scope, req.company.id, result.id) })
}

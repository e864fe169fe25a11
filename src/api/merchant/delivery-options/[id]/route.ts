import { MedusaResponse } from "@medusajs/framework/http"
import { changeDeliveryOptionWorkflow, removeDeliveryOptionWorkflow } from "../../../../workflows/company"
import { findCompanyDelivery } from "../../../../workflows/company/queries/delivery-options"
import { MerchantRequest } from "../../../access/standing"
import { UpdateDeliveryOptionBody } from "../validators"

export async function POST(req: MerchantRequest<UpdateDeliveryOptionBody>, res: MedusaResponse) {
  const of = { company_id: req.company.id, id: req.params.id }
  await changeDeliveryOptionWorkflow(req.scope).run({ input: { ...of, change: req.validatedBody } })
  res.json({ delivery_option: await findCompanyDelivery(req.scope, of.company_id, of.id) })
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  const of = { company_id: req.company.id, id: req.params.id }
  await removeDeliveryOptionWorkflow(req.scope).run({ input: of })
  res.json({ id: of.id, object: "delivery_option", deleted: true })
}

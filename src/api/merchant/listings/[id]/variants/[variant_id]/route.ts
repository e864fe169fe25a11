import { MedusaResponse } from "@medusajs/framework/http"
import { removeVariantWorkflow } from "../../../../../../workflows/listing"
import { findListing } from "../../../../../../workflows/listing/queries"
import { MerchantRequest } from "../../../../../access/standing"

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  const { id, variant_id } = req.params
  const company_id = req.company.id
  await removeVariantWorkflow(req.scope).run({ input: { company_id, listing_id: id, variant_id } })
  const shows_cost = req.permissions.includes("listing:cost")
  res.json({ listing: await findListing(req.scope, { company_id, id, shows_cost }) })
}

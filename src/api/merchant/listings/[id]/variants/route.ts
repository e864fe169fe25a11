import { MedusaResponse } from "@medusajs/framework/http"
import { addVariantWorkflow } from "../../../../../workflows/listing"
import { findListing } from "../../../../../workflows/listing/queries"
import { MerchantRequest } from "../../../../access/standing"
import { AddVariantBody } from "../../validators"

export async function POST(req: MerchantRequest<AddVariantBody>, res: MedusaResponse) {
  const { id } = req.params
  const company_id = req.company.id
  await addVariantWorkflow(req.scope).run({
    input: { company_id, listing_id: id, variant: req.validatedBody },
  })
  const shows_cost = req.permissions.includes("listing:cost")
  res.status(201).json({ listing: await findListing(req.scope, { company_id, id, shows_cost }) })
}

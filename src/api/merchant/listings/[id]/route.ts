import { MedusaResponse } from "@medusajs/framework/http"
import { archiveListingWorkflow, updateListingWorkflow } from "../../../../workflows/listing"
import { findListing } from "../../../../workflows/listing/queries"
import { MerchantRequest } from "../../../access/standing"
import { UpdateListingBody } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const listing = await findListing(req.scope, {
    company_id: req.company.id,
    id: req.params.id,
    shows_cost: req.permissions.includes("listing:cost"),
  })
  res.json({ listing })
}

export async function POST(req: MerchantRequest<UpdateListingBody>, res: MedusaResponse) {
  await updateListingWorkflow(req.scope).run({
    input: { company_id: req.company.id, listing_id: req.params.id, patch: req.validatedBody },
  })
  const listing = await findListing(req.scope, {
    company_id: req.company.id,
    id: req.params.id,
    shows_cost: req.permissions.includes("listing:cost"),
  })
  res.json({ listing })
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  await archiveListingWorkflow(req.scope).run({
    input: { company_id: req.company.id, listing_id: req.params.id },
  })
  res.json({ id: req.params.id, object: "listing", deleted: true })
}

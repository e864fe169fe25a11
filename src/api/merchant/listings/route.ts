import { MedusaResponse } from "@medusajs/framework/http"
import { createListingWorkflow } from "../../../workflows/listing"
import { findListing, listListings } from "../../../workflows/listing/queries"
import { MerchantRequest } from "../../access/standing"
import { CreateListingBody, ListListingsQuery } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListListingsQuery
  const { listings, count } = await listListings(req.scope, {
    ...query,
    company_id: req.company.id,
    shows_cost: req.permissions.includes("listing:cost"),
  })
  res.json({ listings, count, offset: query.offset, limit: query.limit })
}

export async function POST(req: MerchantRequest<CreateListingBody>, res: MedusaResponse) {
  const { name, description, category_id, images, is_visible, ikpu, package_code, vat_percent, ...rest } =
    req.validatedBody
  const { result } = await createListingWorkflow(req.scope).run({
    input: {
      company_id: req.company.id,
      name,
      facts: { description, category_id, images, is_visible, ikpu, package_code, vat_percent },
      options: "variants" in rest ? rest.options : [],
      variants: "variants" in rest ? rest.variants : [rest],
    },
  })
  const listing = await findListing(req.scope, {
    company_id: req.company.id,
    id: result.id,
    shows_cost: req.permissions.includes("listing:cost"),
  })
  res.status(201).json({ listing })
}

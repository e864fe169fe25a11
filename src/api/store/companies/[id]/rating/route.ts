import { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { rateCompany, readCompanyRating, unrateCompany } from "../../../../../workflows/rating"
import { customerOf } from "../../../../access/shopper"
import { RateCompanyBody } from "../../../reviews/validators"

const rater = (req: AuthenticatedMedusaRequest) => ({
  company: req.params.id,
  customer_id: req.auth_context.actor_id,
})

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ rating: await readCompanyRating(req.scope, req.params.id, customerOf(req)) })
}

export async function POST(req: AuthenticatedMedusaRequest<RateCompanyBody>, res: MedusaResponse) {
  res.json({ rating: await rateCompany(req.scope, { ...rater(req), stars: req.validatedBody.stars }) })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ rating: await unrateCompany(req.scope, rater(req)) })
}

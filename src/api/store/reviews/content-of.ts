import { MedusaRequest } from "@medusajs/framework/http"
import { acceptedLanguage } from "../../../documents/language"
import { ReviewContent } from "../../../modules/rating/lib/content"
import { WriteReviewBody } from "./validators"

/** What somebody says of goods, in the language that they name or their browser wants. */
export function contentOf(req: MedusaRequest<WriteReviewBody>): ReviewContent {
  const { aspects, locale, ...said } = req.validatedBody
  return {
    ...said,
    quality_stars: aspects?.quality ?? null,
    match_stars: aspects?.match ?? null,
    delivery_stars: aspects?.delivery ?? null,
    locale: locale ?? acceptedLanguage(req.get("accept-language")) ?? "uz",
  }
}

import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { ListRatings, ListReviews, Reply } from "./validators"

const canRead = requirePermission("review:read")
const canReply = requirePermission("review:reply")

export const merchantReviewMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/ratings", methods: ["GET"], middlewares: [canRead, validateQuery(ListRatings)] },
  { matcher: "/merchant/reviews", methods: ["GET"], middlewares: [canRead, validateQuery(ListReviews)] },
  {
    matcher: "/merchant/reviews/:id/reply",
    methods: ["POST"],
    middlewares: [canReply, validateAndTransformBody(Reply)],
  },
  { matcher: "/merchant/reviews/:id/reply", methods: ["DELETE"], middlewares: [canReply] },
]

import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { AddWord, Approve, ListReviews, ListWords, Reject } from "./validators"

export const adminReviewMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/reviews", middlewares: [refuseNul] },
  { matcher: "/admin/review-words", middlewares: [refuseNul] },
  { matcher: "/admin/reviews", methods: ["GET"], middlewares: [validateQuery(ListReviews)] },
  {
    matcher: "/admin/reviews/:id/approve",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(Approve)],
  },
  {
    matcher: "/admin/reviews/:id/reject",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(Reject)],
  },
  { matcher: "/admin/review-words", methods: ["GET"], middlewares: [validateQuery(ListWords)] },
  { matcher: "/admin/review-words", methods: ["POST"], middlewares: [validateAndTransformBody(AddWord)] },
]

import { authenticate, MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { readPhotos } from "./read-photos"
import { ListOwn, ListReviews, RateCompany, Report, Vote, WriteReview } from "./validators"

const customer = authenticate("customer", ["session", "bearer"])
const anybody = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

export const storeReviewMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/reviews", middlewares: [refuseNul, customer] },
  { matcher: "/store/companies/:id/rating", methods: ["GET"], middlewares: [refuseNul, anybody] },
  {
    matcher: "/store/companies/:id/rating",
    methods: ["POST"],
    middlewares: [refuseNul, customer, validateAndTransformBody(RateCompany)],
  },
  { matcher: "/store/companies/:id/rating", methods: ["DELETE"], middlewares: [refuseNul, customer] },
  {
    matcher: "/store/products/:id/reviews",
    methods: ["GET"],
    middlewares: [refuseNul, anybody, validateQuery(ListReviews)],
  },
  {
    matcher: "/store/products/:id/reviews",
    methods: ["POST"],
    middlewares: [refuseNul, customer, validateAndTransformBody(WriteReview)],
  },
  ...["/store/reviews", "/store/reviews/waiting"].map((matcher): MiddlewareRoute => ({
    matcher,
    methods: ["GET"],
    middlewares: [validateQuery(ListOwn)],
  })),
  {
    matcher: "/store/reviews/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(WriteReview)],
  },
  { matcher: "/store/reviews/:id/photos", methods: ["POST"], middlewares: [readPhotos] },
  {
    matcher: "/store/reviews/:id/vote",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(Vote)],
  },
  {
    matcher: "/store/reviews/:id/report",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(Report)],
  },
]

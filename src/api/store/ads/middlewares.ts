import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { noteBuyer } from "./buyer"
import { sponsorProducts, sponsorSearch } from "./sponsored"
import { CountClick, CountImpressions, ListAds } from "./validators"

export const storeAdMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/ads", methods: ["GET"], middlewares: [refuseNul, validateQuery(ListAds)] },
  {
    matcher: "/store/ads/impressions",
    methods: ["POST"],
    middlewares: [refuseNul, validateAndTransformBody(CountImpressions)],
  },
  {
    matcher: "/store/ads/:id/click",
    methods: ["POST"],
    middlewares: [refuseNul, validateAndTransformBody(CountClick)],
  },
  { matcher: "/store/products", methods: ["GET"], middlewares: [sponsorProducts] },
  { matcher: "/store/search", methods: ["POST"], middlewares: [sponsorSearch] },
  { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [noteBuyer] },
]

import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { receiveImage } from "./receive-image"
import { ChangeAd, ListAds, NewAd, Results } from "./validators"

const canRead = requirePermission("ad:read")
const canWrite = requirePermission("ad:write")

export const merchantAdMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/ads", methods: ["GET"], middlewares: [canRead, validateQuery(ListAds)] },
  { matcher: "/merchant/ads", methods: ["POST"], middlewares: [canWrite, validateAndTransformBody(NewAd)] },
  { matcher: "/merchant/ads/funds", methods: ["GET"], middlewares: [canRead] },
  { matcher: "/merchant/ads/images", methods: ["POST"], middlewares: [canWrite, receiveImage] },
  { matcher: "/merchant/ads/:id", methods: ["GET"], middlewares: [canRead] },
  {
    matcher: "/merchant/ads/:id",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(ChangeAd)],
  },
  { matcher: "/merchant/ads/:id", methods: ["DELETE"], middlewares: [canWrite] },
  { matcher: "/merchant/ads/:id/submit", methods: ["POST"], middlewares: [canWrite] },
  { matcher: "/merchant/ads/:id/pause", methods: ["POST"], middlewares: [canWrite] },
  { matcher: "/merchant/ads/:id/resume", methods: ["POST"], middlewares: [canWrite] },
  {
    matcher: "/merchant/ads/:id/results",
    methods: ["GET"],
    middlewares: [canRead, validateQuery(Results)],
  },
  { matcher: "/merchant/ad-placements", methods: ["GET"], middlewares: [canRead] },
]

import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { receiveImage } from "../../merchant/ads/receive-image"
import { ChangeHouseAd, NewHouseAd, Results } from "../../merchant/ads/validators"
import { ApproveAd, ChangePlacement, ListAnyAds, RejectAd } from "./validators"

export const adminAdMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/ads", middlewares: [refuseNul] },
  { matcher: "/admin/ads", methods: ["GET"], middlewares: [validateQuery(ListAnyAds)] },
  { matcher: "/admin/ads", methods: ["POST"], middlewares: [validateAndTransformBody(NewHouseAd)] },
  { matcher: "/admin/ads/images", methods: ["POST"], middlewares: [receiveImage] },
  { matcher: "/admin/ads/:id", methods: ["POST"], middlewares: [validateAndTransformBody(ChangeHouseAd)] },
  {
    matcher: "/admin/ads/:id/approve",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ApproveAd)],
  },
  { matcher: "/admin/ads/:id/reject", methods: ["POST"], middlewares: [validateAndTransformBody(RejectAd)] },
  { matcher: "/admin/ads/:id/results", methods: ["GET"], middlewares: [validateQuery(Results)] },
  {
    matcher: "/admin/ad-placements/:code",
    methods: ["POST"],
    middlewares: [refuseNul, validateAndTransformBody(ChangePlacement)],
  },
]

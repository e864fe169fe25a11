import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { CreateListing, ListListings, UpdateListing } from "./validators"

export const merchantListingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/listings",
    methods: ["GET"],
    middlewares: [requirePermission("listing:read"), validateQuery(ListListings)],
  },
  {
    matcher: "/merchant/listings",
    methods: ["POST"],
    middlewares: [requirePermission("listing:write"), validateAndTransformBody(CreateListing)],
  },
  { matcher: "/merchant/listings/:id", methods: ["GET"], middlewares: [requirePermission("listing:read")] },
  {
    matcher: "/merchant/listings/:id",
    methods: ["POST"],
    middlewares: [requirePermission("listing:write"), validateAndTransformBody(UpdateListing)],
  },
  {
    matcher: "/merchant/listings/:id",
    methods: ["DELETE"],
    middlewares: [requirePermission("listing:write")],
  },
]

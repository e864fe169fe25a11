import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { guardCost } from "./cost-guard"
import {
  AddVariant,
  BulkListings,
  CreateListing,
  ListListings,
  PrintLabels,
  UpdateListing,
} from "./validators"

const canWrite = requirePermission("listing:write")

export const merchantListingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/listings",
    methods: ["GET"],
    middlewares: [requirePermission("listing:read"), validateQuery(ListListings)],
  },
  {
    matcher: "/merchant/listings",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(CreateListing)],
  },
  { matcher: "/merchant/listings/:id", methods: ["GET"], middlewares: [requirePermission("listing:read")] },
  {
    matcher: "/merchant/listings/:id",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(UpdateListing), guardCost],
  },
  {
    matcher: "/merchant/listings/:id",
    methods: ["DELETE"],
    middlewares: [canWrite],
  },
  {
    matcher: "/merchant/listings/bulk",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(BulkListings), guardCost],
  },
  {
    matcher: "/merchant/listings/labels",
    methods: ["POST"],
    middlewares: [requirePermission("listing:read"), validateAndTransformBody(PrintLabels)],
  },
  {
    matcher: "/merchant/listings/:id/variants",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(AddVariant)],
  },
  {
    matcher: "/merchant/listings/:id/variants/:variant_id",
    methods: ["DELETE"],
    middlewares: [canWrite],
  },
]

import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { CreateDeliveryOption, UpdateDeliveryOption } from "./validators"

const canWrite = requirePermission("company:write")

export const merchantDeliveryMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/delivery-options", methods: ["GET"], middlewares: [canWrite] },
  {
    matcher: "/merchant/delivery-options",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(CreateDeliveryOption)],
  },
  {
    matcher: "/merchant/delivery-options/:id",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(UpdateDeliveryOption)],
  },
  { matcher: "/merchant/delivery-options/:id", methods: ["DELETE"], middlewares: [canWrite] },
]

import {
  authenticate,
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { retrieveTransformQueryConfig } from "@medusajs/medusa/api/store/orders/query-config"
import { StoreGetOrderParams } from "@medusajs/medusa/api/store/orders/validators"
import { refuseNul } from "../../access/refuse-nul"
import { Checkout } from "./validators"

export const storeCheckoutMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/checkout",
    methods: ["POST"],
    middlewares: [
      refuseNul,
      authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
      validateAndTransformBody(Checkout),
      validateAndTransformQuery(StoreGetOrderParams, retrieveTransformQueryConfig),
    ],
  },
]

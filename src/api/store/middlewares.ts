import { authenticate, MiddlewareRoute } from "@medusajs/framework/http"
import { storeCartMiddlewares } from "./carts/middlewares"
import { refuseNul } from "../access/refuse-nul"
import { validateQuery } from "../access/validate-query"
import { ListCompanies } from "./companies/validators"
import { storeOrderMiddlewares } from "./orders/middlewares"
import { storeReturnMiddlewares } from "./returns/middlewares"
import { ListOrderGroups, ReadOrderGroup } from "./order-groups/validators"
import { storeReceiptMiddlewares } from "./receipts/middlewares"

const customer = authenticate("customer", ["session", "bearer"])
const anybody = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

export const storeMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/companies", middlewares: [refuseNul] },
  { matcher: "/store/order-groups", middlewares: [refuseNul] },
  ...storeCartMiddlewares,
  ...storeOrderMiddlewares,
  ...storeReturnMiddlewares,
  { matcher: "/store/companies", methods: ["GET"], middlewares: [validateQuery(ListCompanies)] },
  {
    matcher: "/store/order-groups",
    methods: ["GET"],
    middlewares: [customer, validateQuery(ListOrderGroups)],
  },
  {
    matcher: "/store/order-groups/:id",
    methods: ["GET"],
    middlewares: [anybody, validateQuery(ReadOrderGroup)],
  },
  ...storeReceiptMiddlewares,
]

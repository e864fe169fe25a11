import { authenticate, MiddlewareRoute } from "@medusajs/framework/http"
import { storeAdMiddlewares } from "./ads/middlewares"
import { storeCartMiddlewares } from "./carts/middlewares"
import { storeCatalogMiddlewares } from "./catalog/middlewares"
import { refuseNul } from "../access/refuse-nul"
import { validateQuery } from "../access/validate-query"
import { storeCheckoutMiddlewares } from "./checkout/middlewares"
import { storeCompanyMiddlewares } from "./companies/middlewares"
import { coreChannelMiddlewares } from "./core-channels"
import { privateGuards } from "./guards/middlewares"
import { storeLikeMiddlewares } from "./likes/middlewares"
import { storeOrderMiddlewares } from "./orders/middlewares"
import { rememberPublishableKeys } from "./publishable-keys"
import { storeReturnMiddlewares } from "./returns/middlewares"
import { ListOrderGroups, ReadOrderGroup } from "./order-groups/validators"
import { storeReceiptMiddlewares } from "./receipts/middlewares"
import { storeReviewMiddlewares } from "./reviews/middlewares"
import { storeSearchMiddlewares } from "./search/middlewares"
import { storeSuggestMiddlewares } from "./search/suggest/middlewares"

const customer = authenticate("customer", ["session", "bearer"])
const anybody = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

export const storeMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store", middlewares: [rememberPublishableKeys] },
  ...privateGuards,
  ...coreChannelMiddlewares,
  ...storeCatalogMiddlewares,
  ...storeCompanyMiddlewares,
  { matcher: "/store/order-groups", middlewares: [refuseNul] },
  ...storeCartMiddlewares,
  ...storeCheckoutMiddlewares,
  ...storeOrderMiddlewares,
  ...storeReturnMiddlewares,
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
  ...storeLikeMiddlewares,
  ...storeAdMiddlewares,
  ...storeReviewMiddlewares,
  ...storeSearchMiddlewares,
  ...storeSuggestMiddlewares,
]

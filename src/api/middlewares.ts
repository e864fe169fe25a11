import { defineMiddlewares } from "@medusajs/framework/http"
import { adminMiddlewares } from "./admin/middlewares"
import { hookMiddlewares } from "./hooks/middlewares"
import { merchantMiddlewares } from "./merchant/middlewares"
import { ownerMiddlewares } from "./owner/middlewares"
import { receiptMiddlewares } from "./receipts/middlewares"
import { staticMiddlewares } from "./static/middlewares"
import { storeMiddlewares } from "./store/middlewares"

export default defineMiddlewares({
  routes: [
    ...adminMiddlewares,
    ...hookMiddlewares,
    ...merchantMiddlewares,
    ...ownerMiddlewares,
    ...receiptMiddlewares,
    ...staticMiddlewares,
    ...storeMiddlewares,
  ],
})

import { configureStoreSearch, defineMiddlewares } from "@medusajs/framework/http"

/** Medusa's search route, opened for goods. */
export default defineMiddlewares({
  routes: [
    { matcher: "/store/search", middlewares: [configureStoreSearch({ allowed_indexes: { product: true } })] },
  ],
})

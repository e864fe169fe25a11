import { MiddlewareRoute } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { ListCompanies, ListGoods, ReadGoods, ReadHome, ReadNothing } from "./validators"

const reads = (matcher: string, schema: Parameters<typeof validateQuery>[0]): MiddlewareRoute => ({
  matcher,
  methods: ["GET"],
  middlewares: [validateQuery(schema)],
})

export const storeCatalogMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/catalog", middlewares: [refuseNul] },
  reads("/store/catalog/products", ListGoods),
  reads("/store/catalog/products/:id", ReadGoods),
  reads("/store/catalog/categories", ReadNothing),
  reads("/store/catalog/companies", ListCompanies),
  reads("/store/catalog/companies/:id", ReadNothing),
  reads("/store/catalog/home", ReadHome),
]

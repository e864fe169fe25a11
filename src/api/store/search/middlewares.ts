import { configureStoreSearch, MiddlewareRoute } from "@medusajs/framework/http"
import { SHOPPERS_CATEGORIES, SHOPPERS_GOODS, shoppersCompanies } from "../../../workflows/search/find"
import { refuseNul } from "../../access/refuse-nul"
import { customerOf } from "../../access/shopper"
import { searchOurWay } from "./our-way"

/**
 * `POST /store/search`, Medusa's own route: what shoppers may search, and what of it they may find. Medusa adds that goods are
 * published and in a channel of the key.
 */
export const storeSearchMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/search",
    methods: ["POST"],
    middlewares: [
      refuseNul,
      configureStoreSearch({
        allowed_indexes: {
          product: { filters: () => ({ ...SHOPPERS_GOODS }) },
          company: { filters: (req) => shoppersCompanies(req.scope, customerOf(req)) },
          product_category: { filters: () => ({ ...SHOPPERS_CATEGORIES }) },
        },
      }),
      searchOurWay,
    ],
  },
]

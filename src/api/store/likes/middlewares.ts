import { authenticate, MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { CheckLikes, LikeProduct, ListLikes, NoBody, SaveLikeList } from "./validators"

const customer = authenticate("customer", ["session", "bearer"])
const anybody = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

const list = validateQuery(ListLikes)

export const storeLikeMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/likes", middlewares: [refuseNul, anybody] },
  { matcher: "/store/likes", methods: ["GET"], middlewares: [list] },
  { matcher: "/store/likes", methods: ["POST"], middlewares: [validateAndTransformBody(LikeProduct)] },
  { matcher: "/store/likes/check", methods: ["GET"], middlewares: [validateQuery(CheckLikes)] },
  {
    matcher: "/store/likes/merge",
    methods: ["POST"],
    middlewares: [customer, validateAndTransformBody(NoBody)],
  },
  { matcher: "/store/products/:id/likes", methods: ["GET"], middlewares: [refuseNul, anybody] },
  {
    matcher: "/store/companies/:id/follow",
    methods: ["POST"],
    middlewares: [refuseNul, customer, validateAndTransformBody(NoBody)],
  },
  { matcher: "/store/companies/:id/follow", methods: ["DELETE"], middlewares: [refuseNul, customer] },
  { matcher: "/store/follows", methods: ["GET"], middlewares: [refuseNul, customer, list] },
  { matcher: "/store/like-lists", middlewares: [refuseNul, customer] },
  { matcher: "/store/like-lists", methods: ["GET"], middlewares: [list] },
  { matcher: "/store/like-lists", methods: ["POST"], middlewares: [validateAndTransformBody(SaveLikeList)] },
  { matcher: "/store/like-lists/:id", methods: ["GET"], middlewares: [list] },
  {
    matcher: "/store/like-lists/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(SaveLikeList)],
  },
  {
    matcher: "/store/like-lists/:id/items",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(LikeProduct)],
  },
  {
    matcher: "/store/like-lists/:id/share",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(NoBody)],
  },
  { matcher: "/store/shared-lists/:token", methods: ["GET"], middlewares: [refuseNul, anybody, list] },
]

import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNulOnly } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { CreateReconciliation, ListReconciliations, ReadReconciliation } from "./validators"

export const adminReconciliationMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/reconciliations", middlewares: [refuseNulOnly] },
  {
    matcher: "/admin/reconciliations",
    methods: ["POST"],
    bodyParser: { sizeLimit: "20mb" },
    middlewares: [validateAndTransformBody(CreateReconciliation)],
  },
  { matcher: "/admin/reconciliations", methods: ["GET"], middlewares: [validateQuery(ListReconciliations)] },
  {
    matcher: "/admin/reconciliations/:id",
    methods: ["GET"],
    middlewares: [validateQuery(ReadReconciliation)],
  },
]

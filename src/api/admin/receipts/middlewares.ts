import { MiddlewareRoute } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { PrintQuery } from "../../receipts/document"
import { ListSubmissions } from "../fiscal-submissions/validators"
import { ListReceipts } from "./validators"

export const adminReceiptMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/receipts", middlewares: [refuseNul] },
  { matcher: "/admin/receipts", methods: ["GET"], middlewares: [validateQuery(ListReceipts)] },
  { matcher: "/admin/receipts/:id/pdf", methods: ["GET"], middlewares: [validateQuery(PrintQuery)] },
  { matcher: "/admin/fiscal-submissions", middlewares: [refuseNul] },
  { matcher: "/admin/fiscal-submissions", methods: ["GET"], middlewares: [validateQuery(ListSubmissions)] },
]

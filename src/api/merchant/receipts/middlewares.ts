import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { PrintReceiptQuery } from "../../receipts/document"
import { ListReceipts, PrintInvoice } from "./validators"

/**
 * Whoever may read the orders may read and print their receipts: a cashier hands one to the buyer at the counter, and a
 * receipt tells no more than its order does.
 */
const canRead = requirePermission("order:read")

export const merchantReceiptMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/receipts", methods: ["GET"], middlewares: [canRead, validateQuery(ListReceipts)] },
  { matcher: "/merchant/receipts/:id", methods: ["GET"], middlewares: [canRead] },
  {
    matcher: "/merchant/receipts/:id/pdf",
    methods: ["GET"],
    middlewares: [canRead, validateQuery(PrintReceiptQuery)],
  },
  {
    matcher: "/merchant/receipts/:id/html",
    methods: ["GET"],
    middlewares: [canRead, validateQuery(PrintReceiptQuery)],
  },
  {
    matcher: "/merchant/orders/:id/invoice",
    methods: ["GET"],
    middlewares: [canRead, validateQuery(PrintInvoice)],
  },
]

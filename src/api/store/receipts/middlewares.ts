import { authenticate, MiddlewareRoute } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { PrintQuery } from "../../receipts/document"
import { customerOrToken } from "./reader"
import { ListReceipts, PrintInvoice, ReadReceipt } from "./validators"

const anybody = authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })

export const storeReceiptMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/receipts", middlewares: [refuseNul] },
  {
    matcher: "/store/receipts",
    methods: ["GET"],
    middlewares: [customerOrToken, validateQuery(ListReceipts)],
  },
  ...["", "/pdf", "/html"].map((format): MiddlewareRoute => ({
    matcher: `/store/receipts/:id${format}`,
    methods: ["GET"],
    middlewares: [customerOrToken, validateQuery(ReadReceipt)],
  })),
  { matcher: "/store/receipts/verify/:token", methods: ["GET"], middlewares: [validateQuery(PrintQuery)] },
  {
    matcher: "/store/order-groups/:id/invoice",
    methods: ["GET"],
    middlewares: [anybody, validateQuery(PrintInvoice)],
  },
]

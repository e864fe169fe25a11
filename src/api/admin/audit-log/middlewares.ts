import { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../access/validate-query"
import { ExportAuditLog, ListAuditLog } from "./validators"

export const adminAuditMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/audit-log", methods: ["GET"], middlewares: [validateQuery(ListAuditLog)] },
  { matcher: "/admin/audit-log/export", methods: ["GET"], middlewares: [validateQuery(ExportAuditLog)] },
]

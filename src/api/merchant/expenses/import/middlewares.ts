import { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../access/company-scope"
import { validateQuery } from "../../../access/validate-query"
import { receiveFile } from "../../imports/receive-file"
import { requireReader } from "../person"
import { ExportExpenses, ImportExpenses, ImportTemplate } from "./validators"

const canWrite = requirePermission("expense:write")

export const merchantExpenseImportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant/expenses/import",
    methods: ["POST"],
    middlewares: [canWrite, validateQuery(ImportExpenses), receiveFile],
  },
  {
    matcher: "/merchant/expenses/import/template",
    methods: ["GET"],
    middlewares: [canWrite, validateQuery(ImportTemplate)],
  },
  {
    matcher: "/merchant/exports/expenses",
    methods: ["GET"],
    middlewares: [requireReader, validateQuery(ExportExpenses)],
  },
]

import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import { receiveFile } from "./receive-file"
import { ListImports, ListRows, NoBody, RemapImport, SheetFile } from "./validators"

const canWrite = requirePermission("listing:write")

export const merchantImportMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/imports", methods: ["GET"], middlewares: [canWrite, validateQuery(ListImports)] },
  { matcher: "/merchant/imports", methods: ["POST"], middlewares: [canWrite, receiveFile] },
  {
    matcher: "/merchant/imports/template",
    methods: ["GET"],
    middlewares: [canWrite, validateQuery(SheetFile)],
  },
  { matcher: "/merchant/imports/:id", methods: ["GET"], middlewares: [canWrite] },
  {
    matcher: "/merchant/imports/:id",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(RemapImport)],
  },
  {
    matcher: "/merchant/imports/:id/rows",
    methods: ["GET"],
    middlewares: [canWrite, validateQuery(ListRows)],
  },
  {
    matcher: "/merchant/imports/:id/apply",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(NoBody)],
  },
  {
    matcher: "/merchant/imports/:id/cancel",
    methods: ["POST"],
    middlewares: [canWrite, validateAndTransformBody(NoBody)],
  },
  {
    matcher: "/merchant/imports/:id/errors",
    methods: ["GET"],
    middlewares: [canWrite, validateQuery(SheetFile)],
  },
  {
    matcher: "/merchant/exports/listings",
    methods: ["GET"],
    middlewares: [requirePermission("listing:read"), validateQuery(SheetFile)],
  },
]

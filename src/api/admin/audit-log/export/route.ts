import { pipeline } from "node:stream/promises"
import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { exportEntries, toCsv } from "../../../../workflows/audit"
import { ExportAuditLogQuery } from "../validators"

/** The log as a file, row by row. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="audit-log.csv"`)
  res.setHeader("cache-control", "private, no-store")
  await pipeline(toCsv(exportEntries(req.scope, req.validatedQuery as ExportAuditLogQuery)), res)
}

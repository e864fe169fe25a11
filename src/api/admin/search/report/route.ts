import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { searchReport } from "../../../../workflows/search-log"
import { ReportQuery } from "../validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ report: await searchReport(req.scope, req.validatedQuery as ReportQuery) })
}

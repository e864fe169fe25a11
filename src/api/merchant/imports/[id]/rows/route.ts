import { MedusaResponse } from "@medusajs/framework/http"
import { findImport, listRows, presentRow } from "../../../../../workflows/exchange/queries/imports"
import { MerchantRequest } from "../../../../access/standing"
import { ListRowsQuery } from "../../validators"
import { viewerOf } from "../../viewer"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { lang, ...query } = req.validatedQuery as ListRowsQuery
  const { id, mapping } = await findImport(req.scope, viewerOf(req), req.params.id)
  const { rows, count } = await listRows(req.scope, id, query)
  const { offset, limit } = query
  res.json({ rows: rows.map((row) => presentRow(row, mapping, lang)), count, offset, limit })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { startImport } from "../../../../../workflows/exchange"
import { findImport, presentImport } from "../../../../../workflows/exchange/queries/imports"
import { MerchantRequest } from "../../../../access/standing"
import { viewerOf } from "../../viewer"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  const viewer = viewerOf(req)
  await startImport(req.scope, viewer, req.params.id)
  res.status(202).json({ import: presentImport(await findImport(req.scope, viewer, req.params.id)) })
}

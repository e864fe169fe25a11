import { MedusaResponse } from "@medusajs/framework/http"
import { remapImport } from "../../../../workflows/exchange"
import { findImport, presentImport } from "../../../../workflows/exchange/queries/imports"
import { MerchantRequest } from "../../../access/standing"
import { RemapImportBody } from "../validators"
import { viewerOf } from "../viewer"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  res.json({ import: presentImport(await findImport(req.scope, viewerOf(req), req.params.id)) })
}

export async function POST(req: MerchantRequest<RemapImportBody>, res: MedusaResponse) {
  const viewer = viewerOf(req)
  const { id } = req.params
  await remapImport(req.scope, viewer, { id, mapping: req.validatedBody.mapping })
  res.json({ import: presentImport(await findImport(req.scope, viewer, id)) })
}

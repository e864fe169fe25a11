import { MedusaResponse } from "@medusajs/framework/http"
import { uploadImport } from "../../../workflows/exchange"
import { findImport, listImports, presentImport } from "../../../workflows/exchange/queries/imports"
import { MerchantRequest } from "../../access/standing"
import { fileOf } from "./receive-file"
import { ListImportsQuery } from "./validators"
import { viewerOf } from "./viewer"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { limit, offset } = req.validatedQuery as ListImportsQuery
  const { imports, count } = await listImports(req.scope, viewerOf(req), { limit, offset })
  res.json({ imports, count, offset, limit })
}

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  const viewer = viewerOf(req)
  const { name, content } = fileOf(req)!
  const upload = { ...viewer, file_name: name, content, created_by: req.auth_context.actor_id }
  const id = await uploadImport(req.scope, upload)
  res.status(201).json({ import: presentImport(await findImport(req.scope, viewer, id)) })
}

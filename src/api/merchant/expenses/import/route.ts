import { MedusaResponse } from "@medusajs/framework/http"
import { applyImport, previewImport } from "../../../../workflows/expense/import"
import { MerchantRequest } from "../../../access/standing"
import { fileOf } from "../../imports/receive-file"
import { personOf } from "../person"
import { ImportExpensesQuery } from "./validators"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  const { apply, lang } = req.validatedQuery as ImportExpensesQuery
  const upload = { person: personOf(req), content: fileOf(req)!.content, language: lang }
  res.json(apply ? await applyImport(req.scope, upload) : await previewImport(req.scope, upload))
}

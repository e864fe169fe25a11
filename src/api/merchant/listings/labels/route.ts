import { MedusaResponse } from "@medusajs/framework/http"
import { printLabels } from "../../../../workflows/listing/labels"
import { sendFile } from "../../../access/send-file"
import { MerchantRequest } from "../../../access/standing"
import { PrintLabelsBody } from "../validators"

export async function POST(req: MerchantRequest<PrintLabelsBody>, res: MedusaResponse) {
  const { items, paper, lang: language } = req.validatedBody
  const pdf = await printLabels(req.scope, { company_id: req.company.id, items, paper, language })
  sendFile(res, "pdf", `labels-${paper}`, pdf)
}

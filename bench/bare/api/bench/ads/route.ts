import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answer } from "../../../answer"

/** A Medusa route that does nothing: no key, no validation, no database. */
export function GET(_: MedusaRequest, res: MedusaResponse) {
  res.json(answer.body)
}

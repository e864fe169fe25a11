import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerClickPrepare } from "../../../../workflows/click"
import { readBody } from "../../read-body"

/** A call of Click has a dozen short fields. */
const BODY_LIMIT = 16 * 1024

export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const request = { http_method: req.method, body: await readBody(req, BODY_LIMIT) }
  res
    .status(200)
    .type("application/json")
    .send(await answerClickPrepare(req.scope, request))
}

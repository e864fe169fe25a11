import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerUzum, UzumCall } from "../../../workflows/uzum"
import { readBody } from "../read-body"

/** Largest call that Uzum makes is below a kilobyte. */
const BODY_LIMIT = 64 * 1024

/** The handler of one call of the Merchant API, for every HTTP method: a wrong one is answered in Uzum's words too. */
export function uzumHandler(method: UzumCall["method"]) {
  return async (req: MedusaRequest, res: MedusaResponse) => {
    const { status, text } = await answerUzum(req.scope, {
      method,
      http_method: req.method,
      authorization: req.get("authorization"),
      body: await readBody(req, BODY_LIMIT),
    })
    res.status(status).type("application/json").send(text)
  }
}

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPayme } from "../../../workflows/payme"
import { readBody } from "../read-body"

/** Largest call that Payme makes is a few kilobytes. */
const BODY_LIMIT = 64 * 1024

async function handle(req: MedusaRequest, res: MedusaResponse) {
  const answer = await answerPayme(req.scope, {
    http_method: req.method,
    ip: req.ip ?? "",
    authorization: req.get("authorization"),
    body: await readBody(req, BODY_LIMIT),
  })
  res.status(200).type("application/json").send(answer)
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }

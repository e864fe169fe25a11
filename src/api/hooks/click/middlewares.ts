import { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { answerClickComplete, answerClickPrepare } from "../../../workflows/click"

/** Click reads any answer but its protocol's own as "broken": what is not POST is told so in its words. */
async function answerOtherMethods(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  if (req.method === "POST") {
    next()
    return
  }
  const answer = req.path.endsWith("/complete") ? answerClickComplete : answerClickPrepare
  const text = await answer(req.scope, { http_method: req.method, body: null })
  res.status(200).type("application/json").send(text)
}

/** Bodies are read raw: Click sends forms, and a parser that refuses would answer in Medusa's words. */
export const clickMiddlewares: MiddlewareRoute[] = [
  { matcher: "/hooks/click/*", bodyParser: false },
  { matcher: "/hooks/click", middlewares: [answerOtherMethods] },
]

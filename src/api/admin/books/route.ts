import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { checkBooksNow } from "../../../workflows/books"

/** What `npm run books:check` says, for an operator: figures, and every row that does not agree. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ books: await checkBooksNow(req.scope) })
}

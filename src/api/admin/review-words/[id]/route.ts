import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ratingsOf } from "../../../../workflows/rating"

export async function DELETE(req: MedusaRequest, res: MedusaResponse) {
  const { id } = req.params
  await ratingsOf(req.scope).dropWord(id)
  res.json({ id, object: "review_word", deleted: true })
}

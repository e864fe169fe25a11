import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { clearHistory, readHistory } from "../../../../workflows/search-log"
import { newVisitor, shopperOf } from "../../../access/shopper"

/** A browser that nobody knows yet is given a visitor's token: what it searches for from now on is found again by it. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const shopper = shopperOf(req)
  const history = await readHistory(req.scope, shopper)
  const isKnown = shopper.customer_id ?? shopper.visitor_id
  res.setHeader("cache-control", "no-store")
  res.json({ history, ...(!isKnown && { visitor_token: newVisitor(req).token() }) })
}

export async function DELETE(req: MedusaRequest, res: MedusaResponse) {
  res.json({ deleted: await clearHistory(req.scope, shopperOf(req)) })
}

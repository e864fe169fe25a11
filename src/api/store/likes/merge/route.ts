import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { mergeVisitor } from "../../../../workflows/like"
import { shopperOf } from "../../../access/shopper"

export async function POST(req: MedusaRequest, res: MedusaResponse) {
  res.json({ merged: await mergeVisitor(req.scope, shopperOf(req)) })
}

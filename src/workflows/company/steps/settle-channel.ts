import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { settleProducts } from "../../access/queries/move-goods"

/**
 * The last word on which channel goods are in that have just been written: should the company have become private
 * meanwhile, they follow it. What undoes the goods undoes this too.
 */
export const settleChannelStep = createStep(
  "settle-company-channel",
  async (input: { company_id: string; product_ids: string[] }, { container }) => {
    await settleProducts(container, input.company_id, input.product_ids)
    return new StepResponse(undefined, null)
  }
)

import { MedusaRequest } from "@medusajs/framework/http"
import { ExpressErrors } from "../../../modules/order-group/express-errors"
import { ExpressInput } from "../../../workflows/express-checkout"
import { shopperOf } from "../../access/shopper"
import { channelsOf } from "../guards/channel"
import { CheckoutBody } from "./validators"

/**
 * The basket of a request: what its body says, and who sends it with which key.
 * @throws {MedusaError} CHECKOUT_CHANNEL_WRONG
 */
export function basketOf(req: MedusaRequest<CheckoutBody>): ExpressInput {
  const { idempotency_key: _, sales_channel_id, ...body } = req.validatedBody
  const channels = channelsOf(req)
  const channel = sales_channel_id ?? (channels.length === 1 ? channels[0] : undefined)
  if (!channel || !channels.includes(channel)) {
    throw ExpressErrors.channelWrong()
  }
  return {
    ...body,
    email: body.email?.toLowerCase(),
    ...shopperOf(req),
    sales_channel_id: channel,
  }
}

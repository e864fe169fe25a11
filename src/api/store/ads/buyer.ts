import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { rememberBuyer } from "../../../workflows/ad/serving"
import { shopperOf } from "../../access/shopper"

/** A browser that sends its token when it buys is known to be its customer's. Nothing here may stop a purchase. */
export async function noteBuyer(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const { visitor_id } = shopperOf(req)
  if (visitor_id !== null) {
    await rememberBuyer(req.scope, { visitor_id, cart_id: req.params.id }).catch((error: Error) =>
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`ads: a buyer was not remembered: ${error.message}`)
    )
  }
  next()
}

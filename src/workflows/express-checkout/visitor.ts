import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { rememberBuyer } from "../ad/serving"
import { ExpressInput } from "./types"

/** A browser that sends its token when it buys is known to be its customer's, before the ads are told. It stops no purchase. */
export async function noteVisitor(
  container: MedusaContainer,
  { visitor_id }: ExpressInput,
  cart_id: string
): Promise<void> {
  if (visitor_id) {
    await rememberBuyer(container, { visitor_id, cart_id }).catch((error: Error) =>
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`ads: a buyer was not remembered: ${error.message}`)
    )
  }
}

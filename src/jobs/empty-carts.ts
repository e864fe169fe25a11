import { MedusaContainer } from "@medusajs/framework/types"
import { takeOutOfCarts } from "../workflows/access/carts"

/** Private goods that an interrupted change, or a busy cart, has left with those who may not buy them. */
export default async function emptyCarts(container: MedusaContainer) {
  await takeOutOfCarts(container, {})
}

export const config = { name: "empty-carts", schedule: "*/5 * * * *" }

import { MedusaContainer } from "@medusajs/framework/types"
import { pollUzumCheckout } from "../workflows/uzum-checkout"

/** Settles payments of Uzum Checkout whose callback never came. */
export default async function pollUzumCheckoutJob(container: MedusaContainer) {
  await pollUzumCheckout(container, Date.now())
}

export const config = { name: "poll-uzum-checkout", schedule: "* * * * *" }

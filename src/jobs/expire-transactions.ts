import { MedusaContainer } from "@medusajs/framework/types"
import { sweepExpired } from "../workflows/payme"
import { sweepUzum } from "../workflows/uzum"

/** Ends transactions that were never performed: Payme's after twelve hours, Uzum Bank's after thirty minutes. */
export default async function expireTransactions(container: MedusaContainer) {
  await sweepExpired(container, Date.now())
  await sweepUzum(container, Date.now())
}

export const config = { name: "expire-transactions", schedule: "* * * * *" }

import { MedusaContainer } from "@medusajs/framework/types"
import { sweepExpired } from "../workflows/payme"

/** Ends Payme's transactions that are older than twelve hours and were never performed (Merchant API 2.2). */
export default async function expireTransactions(container: MedusaContainer) {
  await sweepExpired(container, Date.now())
}

export const config = { name: "expire-transactions", schedule: "*/5 * * * *" }

import { MedusaContainer } from "@medusajs/framework/types"
import { finishPrepaid } from "../workflows/prepaid"

/** A checkout that is still at work is left alone for this long. */
const IN_PROGRESS_MS = 15_000

/** Settles payments made in advance (Stripe) whose checkout was interrupted after the money was authorised. */
export default async function finishPrepaidPayments(container: MedusaContainer) {
  await finishPrepaid(container, new Date(Date.now() - IN_PROGRESS_MS))
}

export const config = { name: "finish-prepaid", schedule: "*/30 * * * * *" }

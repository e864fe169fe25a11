import { MedusaContainer } from "@medusajs/framework/types"
import { resumeRefunds } from "../workflows/refund"

/** A refund that is being worked on right now is left alone for this long. */
const IN_PROGRESS_MS = 30_000

/** Asks providers again about refunds whose outcome is unknown, and books those that a crash interrupted. */
export default async function finishRefunds(container: MedusaContainer) {
  await resumeRefunds(container, new Date(Date.now() - IN_PROGRESS_MS))
}

export const config = { name: "finish-refunds", schedule: "* * * * *" }

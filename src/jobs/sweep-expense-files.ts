import { MedusaContainer } from "@medusajs/framework/types"
import { sweepAttachments } from "../workflows/expense"

/** Deletes files of expenses that were taken off while the storage or this process failed. */
export default async function sweepExpenseFiles(container: MedusaContainer) {
  while ((await sweepAttachments(container)) > 0) {
    // the next hundred
  }
}

export const config = { name: "sweep-expense-files", schedule: "27 * * * *" }

import { MedusaContainer } from "@medusajs/framework/types"
import { runFiscalQueue } from "../workflows/receipt"

/** Collects fiscal receipts that providers reported, and asks for those that are due. */
export default async function submitFiscal(container: MedusaContainer) {
  await runFiscalQueue(container, Date.now())
}

export const config = { name: "submit-fiscal", schedule: "* * * * *" }

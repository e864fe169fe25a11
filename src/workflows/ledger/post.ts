import { MedusaContainer } from "@medusajs/framework/types"
import { isUniqueViolation } from "../../lib/sql"
import { LedgerEvent } from "./types"
import { postLedgerWorkflow } from "./workflows/post-ledger"

/** Each round at least one of those who meet gets through. */
const ROUNDS = 25

/**
 * Puts an event into the ledger, once, however often and by how many it is told.
 *
 * Two refunds of one order that reckon at the same moment with the same past are the same n-th refund of it, and the
 * database takes one of them; the other reckons again. So no lock is needed, in any number of processes.
 * @returns references that were written now
 */
export async function postLedger(container: MedusaContainer, event: LedgerEvent): Promise<string[]> {
  for (let round = 1; ; round++) {
    try {
      const { result } = await postLedgerWorkflow(container).run({ input: { event } })
      return result.written
    } catch (error) {
      if (!isUniqueViolation(error) || round === ROUNDS) {
        throw error
      }
    }
  }
}

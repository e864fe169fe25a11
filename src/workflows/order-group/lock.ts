import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * One at a time per order group: capture, refund, expiry, cancellation. Medusa cancels an order without a lock of its
 * own, and two cancellations at once leave stock reserved for ever.
 */
export function underGroupLock<T>(
  container: MedusaContainer,
  groupId: string,
  job: () => Promise<T>
): Promise<T> {
  return container.resolve(Modules.LOCKING).execute(`group:${groupId}`, job, { timeout: 60 })
}

import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { adjustmentsOf, CheckoutCart } from "../../checkout/types"
import { Trx } from "./write"

export type Usage = {
  actions: Array<{ amount: number; code?: string }>
  context: { customer_id: string | null; customer_email: string | null }
}

type Manager = { setTransactionContext(trx: unknown): void; flush(): Promise<void> }
type Promotions = {
  baseRepository_: { getFreshManager(): Manager }
  registerUsage(actions: unknown, context: unknown, shared: { transactionManager: Manager }): Promise<void>
}

/** What a cart's discounts count against their promotions. */
export function usageOf(cart: CheckoutCart): Usage {
  return {
    actions: adjustmentsOf([...cart.items, ...cart.shipping_methods]).map(({ amount, code }) => ({
      amount,
      code,
    })),
    context: { customer_id: cart.customer?.id ?? null, customer_email: cart.email ?? null },
  }
}

/**
 * Counts discounts against their promotions' limits and budgets, as Medusa's own completion does, inside the transaction
 * that writes the orders: the module's method runs on this connection, and locks what it counts.
 */
export async function registerUsage(container: MedusaContainer, trx: Trx, usage: Usage): Promise<void> {
  if (usage.actions.length === 0) {
    return
  }
  const promotions = container.resolve(Modules.PROMOTION) as unknown as Promotions
  const manager = promotions.baseRepository_.getFreshManager()
  manager.setTransactionContext(trx)
  await promotions.registerUsage(usage.actions, usage.context, { transactionManager: manager })
  await manager.flush()
}

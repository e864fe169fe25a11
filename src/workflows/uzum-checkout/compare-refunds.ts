import { GroupTransaction } from "../../modules/gateway/lib/read"
import { CheckoutOrder, returnedTiyin } from "../../providers/uzum-checkout/order"
import { CheckoutContext } from "./context"
import { entriesOf, unaskedTiyin } from "./lib/refund-entries"
import { aboutRow } from "./return-money"

/**
 * Compares what Uzum says has gone back with the refunds that were asked for here; more than that was given back in
 * Uzum's cabinet, and people have to book it.
 */
export async function compareRefunds(
  { gateway }: CheckoutContext,
  row: GroupTransaction,
  order: CheckoutOrder
): Promise<void> {
  const unasked = unaskedTiyin(order, Object.values(entriesOf(row.details)))
  if (unasked !== 0) {
    const refunded_tiyin = returnedTiyin(order)
    const reference = `${row.external_id}:${refunded_tiyin ?? "unknown"}`
    const data = { refunded_tiyin, unasked_tiyin: unasked }
    await gateway.raiseAlert({ ...aboutRow(row), kind: "refund_at_provider", reference, data })
  }
}

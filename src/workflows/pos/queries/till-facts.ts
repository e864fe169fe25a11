import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { TillFacts } from "../../receipt/documents/till-sheet"

/** How an order was paid at its cash desk, for the narrow receipt of its sale; null for any other order. */
export async function readTillFacts(
  container: MedusaContainer,
  receipt: { kind: "sale" | "refund"; order_id: string }
): Promise<TillFacts | null> {
  if (receipt.kind !== "sale") {
    return null
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: TillFacts[] }>(
      `select h.member_name as cashier, h.register, s.cash_amount::float8 as cash, s.card_amount::float8 as card,
              s.tendered::float8 as tendered
         from pos_sale s join pos_shift h on h.id = s.shift_id where s.order_id = ? and s.deleted_at is null`,
      [receipt.order_id]
    )
  return rows[0] ?? null
}

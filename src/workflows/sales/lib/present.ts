import { MathBN } from "@medusajs/framework/utils"
import { JournalRow } from "../types"
import { methodName } from "./payment-method"

/** An entry of the journal as the API answers it. `profit` only for those who may see it. */
export function presentEntry(row: JournalRow) {
  const { micros: _, cashier_id, cashier_name, payments, lines, delivery, total, profit, ...entry } = row
  return {
    ...entry,
    cashier: cashier_id === null ? null : { id: cashier_id, name: cashier_name },
    payments: payments.map((payment) => ({ ...payment, name: methodName(payment.method) })),
    lines,
    quantity: MathBN.sum(0, ...lines.map(({ quantity }) => quantity ?? 0)).toNumber(),
    delivery: Number(delivery),
    total: Number(total),
    ...(profit === undefined ? {} : { profit: Number(profit) }),
  }
}

import { normalizePhone } from "../../../../lib/phone"
import type { Payment, SaleRequest } from "./types"

export type PayMode = "cash" | "card" | "split"

/** What the cashier has entered in the window of payment; whole so'm. */
export type Entered = { mode: PayMode; cash: number | null; tendered: number | null; phone: string }

export type Paid = Pick<SaleRequest, "payments" | "tendered" | "customer_phone">

export type PayFault = "cash" | "tendered" | "phone"

/** The cash part of a total. */
export function cashPart({ mode, cash }: Entered, total: number): number | null {
  return mode === "cash" ? total : mode === "card" ? 0 : cash
}

/** Change to hand back; 0 while less than the cash part has been handed over. */
export function changeOf(entered: Entered, total: number): number {
  const cash = cashPart(entered, total)
  return cash === null || entered.tendered === null ? 0 : Math.max(0, entered.tendered - cash)
}

/**
 * Checks what was entered and makes the payments of it. The sum is exact by construction, and a telephone that the server
 * would refuse is refused here: a sale made offline must not come back because of it.
 */
export function payWith(entered: Entered, total: number): { paid: Paid } | { fault: PayFault } {
  const cash = cashPart(entered, total)
  if (cash === null || cash > total) {
    return { fault: "cash" }
  }
  if (cash > 0 && entered.tendered !== null && entered.tendered < cash) {
    return { fault: "tendered" }
  }
  const phone = entered.phone.trim() ? normalizePhone(entered.phone) : undefined
  if (phone === null) {
    return { fault: "phone" }
  }
  const payments: Payment[] = [
    { method: "cash" as const, amount: cash },
    { method: "card" as const, amount: total - cash },
  ].filter(({ amount }) => amount > 0)
  return {
    paid: {
      payments,
      ...(cash > 0 && { tendered: entered.tendered ?? cash }),
      ...(phone && { customer_phone: phone }),
    },
  }
}

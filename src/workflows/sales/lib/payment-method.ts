import { paymentName } from "../../../lib/payment-providers"

/** What a cash desk was paid with, beside the providers of Medusa. */
const AT_DESK = {
  pos_cash: { uz: "Kassa, naqd", ru: "Касса, наличные", en: "Cash desk, cash" },
  pos_card: { uz: "Kassa, karta", ru: "Касса, карта", en: "Cash desk, card" },
}

/** A way of paying as people read it: `pos_cash`, `pos_card`, a provider of Medusa's, or `none`. */
export function methodName(method: string): { uz: string; ru: string; en: string } {
  return AT_DESK[method as keyof typeof AT_DESK] ?? paymentName(method === "none" ? null : method).name
}

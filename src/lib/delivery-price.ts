import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

/** Identifier of the fulfillment provider that prices companies' own ways of delivery, as Medusa names it. */
export const DELIVERY_PROVIDER = { identifier: "delivery", id: "company", name: "delivery_company" } as const

/** What a company asks for a way of delivery, in so'm. */
export type DeliveryTerms = {
  price: number
  /** Goods of this company for so much are brought for nothing; null when delivery is never free. */
  free_from: number | null
}

type Line = { unit_price?: BigNumberInput | null; quantity?: BigNumberInput | null }

/**
 * The price of bringing these goods. Only the company's own goods count: another company's in the same cart don't make
 * its courier free. Goods count at their price, before discounts of the market's promotions, which nobody but the market
 * has given.
 * @param lines the company's lines of the cart
 */
export function deliveryPrice(terms: DeliveryTerms, lines: Line[]): number {
  const goods = lines.reduce(
    (sum, { unit_price, quantity }) => MathBN.add(sum, MathBN.mult(unit_price ?? 0, quantity ?? 0)),
    MathBN.convert(0)
  )
  return terms.free_from !== null && MathBN.gte(goods, terms.free_from) ? 0 : terms.price
}

/** Terms as an option's `data` keeps them; anything else is a fault of ours and must not become a free delivery. */
export function termsOf(data: unknown): DeliveryTerms {
  const { price, free_from } = (data ?? {}) as Partial<DeliveryTerms>
  if (typeof price !== "number" || !(price >= 0)) {
    throw new Error("a delivery option has no price")
  }
  return { price, free_from: typeof free_from === "number" ? free_from : null }
}

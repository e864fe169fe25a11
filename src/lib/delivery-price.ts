import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"

/** Identifier of the fulfillment provider that prices companies' own ways of delivery, as Medusa names it. */
export const DELIVERY_PROVIDER = { identifier: "delivery", id: "company", name: "delivery_company" } as const

/** The currency of a company's terms. */
const HOME = "uzs"

/** What a company asks for a way of delivery, in so'm. */
export type DeliveryTerms = {
  price: number
  /** Goods of this company for so much are brought for nothing; null when delivery is never free. */
  free_from: number | null
  /** Price in other currencies of the market, by their lower-case codes. */
  prices?: Record<string, number>
}

type Line = { unit_price?: BigNumberInput | null; quantity?: BigNumberInput | null }

/**
 * The price of bringing these goods. Only the company's own goods count: another company's in the same cart don't make
 * its courier free. Goods count at their price, before discounts of the market's promotions, which nobody but the market
 * has given. So'm are never taken for another currency: what has no price in the cart's is refused.
 * @param lines the company's lines of the cart
 * @param currency of the cart
 * @throws {MedusaError} invalid_data, without a price in the cart's currency
 */
export function deliveryPrice(terms: DeliveryTerms, lines: Line[], currency = HOME): number {
  if (currency.toLowerCase() !== HOME) {
    const foreign = terms.prices?.[currency.toLowerCase()]
    if (foreign === undefined) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `This way of delivery has no price in ${currency}: choose another, or pay in so'm`,
        "DELIVERY_NO_PRICE"
      )
    }
    return foreign
  }
  const goods = lines.reduce(
    (sum, { unit_price, quantity }) => MathBN.add(sum, MathBN.mult(unit_price ?? 0, quantity ?? 0)),
    MathBN.convert(0)
  )
  return terms.free_from !== null && MathBN.gte(goods, terms.free_from) ? 0 : terms.price
}

/** Terms as an option's `data` keeps them; anything else is a fault of ours and must not become a free delivery. */
export function termsOf(data: unknown): DeliveryTerms {
  const { price, free_from, prices } = (data ?? {}) as Partial<DeliveryTerms>
  if (typeof price !== "number" || !(price >= 0)) {
    throw new Error("a delivery option has no price")
  }
  return { price, free_from: typeof free_from === "number" ? free_from : null, ...(prices && { prices }) }
}

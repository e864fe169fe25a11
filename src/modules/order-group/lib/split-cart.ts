import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { apportion, roundMoney } from "../../../lib/money"
import { MARKET } from "./market"

type Amounts = { total?: BigNumberInput; discount_total?: BigNumberInput; tax_total?: BigNumberInput }

/** What splitting needs of a cart item, with the totals that Medusa computed for it. */
export type CartItem = Amounts & { id: string; variant_id?: string | null }
export type CartMethod = Amounts & { id: string; shipping_option_id?: string | null }
export type CartCredit = { amount: BigNumberInput; reference: string | null; reference_id: string | null }

export type SplittableCart<Item extends CartItem, Method extends CartMethod> = {
  total: BigNumberInput
  items: Item[]
  shipping_methods: Method[]
  credit_lines?: CartCredit[]
}

/** One company's part of a cart. All amounts are decimal text in the cart's currency. */
export type CartPart<Item, Method> = {
  company_id: string
  items: Item[]
  shipping_methods: Method[]
  /** The part's share of the cart's credit lines. */
  credit_lines: Array<{ amount: string; reference: string; reference_id: string }>
  /** What has to come off (or, negative, on) for the part to cost whole money; less than one unit. */
  rounding: string
  item_total: string
  shipping_total: string
  discount_total: string
  tax_total: string
  /** What this part costs; whole in the currency's smallest usual unit. The parts add up to the cart's rounded total. */
  total: string
}

/**
 * Splits a cart into one part per company, in the order in which the companies' goods stand in the cart. Items and
 * delivery go whole to their company with their taxes and adjustments, so these add up by themselves; what belongs to
 * the cart as a whole (credit lines, the rounding of its total) is shared out by largest remainder.
 *
 * @param companyOf the company of an item's variant and of a method's shipping option; MARKET for neither
 * @param digits decimals of the currency (so'm: 0)
 */
export function splitCart<Item extends CartItem, Method extends CartMethod>(
  cart: SplittableCart<Item, Method>,
  companyOf: { item: (item: Item) => string; method: (method: Method) => string | null },
  digits = 0
): CartPart<Item, Method>[] {
  const companies = [...new Set(cart.items.map(companyOf.item))]
  const groups = companies.map((company_id, index) => {
    const items = cart.items.filter((item) => companyOf.item(item) === company_id)
    // Delivery that belongs to no company in the cart is the first company's to bring.
    const shipping_methods = cart.shipping_methods.filter((method) => {
      const owner = companyOf.method(method) ?? MARKET
      return owner === company_id || (index === 0 && !companies.includes(owner))
    })
    return { company_id, items, shipping_methods, gross: sumOf([...items, ...shipping_methods], "total") }
  })
  const gross = groups.map((group) => group.gross)
  const credits = (cart.credit_lines ?? []).map((line) => ({ line, shares: shareOut(line.amount, gross, 2) }))
  const creditLines = groups.map((_, index) =>
    credits.map(({ line, shares }) => ({
      amount: shares[index],
      reference: line.reference ?? "credit",
      reference_id: line.reference_id ?? "",
    }))
  )
  // Medusa's totals take credit of up to one unit for nothing; so it is left out, and the rounding makes up for it.
  const kept = creditLines.map((lines) => {
    const amount = MathBN.sum(...lines.map((line) => line.amount), 0)
    return MathBN.gt(amount.abs(), 10 ** -digits)
      ? { lines, amount }
      : { lines: [], amount: MathBN.convert(0) }
  })
  const net = gross.map((amount, index) => MathBN.sub(amount, kept[index].amount))
  const shares = shareOut(roundMoney(cart.total, digits), net, digits)
  return groups.map((group, index) => ({
    company_id: group.company_id,
    items: group.items,
    shipping_methods: group.shipping_methods,
    credit_lines: kept[index].lines.filter(({ amount }) => !MathBN.convert(amount).isZero()),
    rounding: MathBN.sub(net[index], shares[index]).toFixed(),
    item_total: sumOf(group.items, "total").toFixed(),
    shipping_total: sumOf(group.shipping_methods, "total").toFixed(),
    discount_total: sumOf([...group.items, ...group.shipping_methods], "discount_total").toFixed(),
    tax_total: sumOf([...group.items, ...group.shipping_methods], "tax_total").toFixed(),
    total: shares[index],
  }))
}

/** Shares an amount out in units of `10^-digits`; an amount finer than that keeps its tail in the first part. */
function shareOut(amount: BigNumberInput, weights: BigNumberInput[], digits: number): string[] {
  const scale = 10 ** digits
  const units = MathBN.mult(amount, scale)
  const whole = units.integerValue(1)
  const tail = MathBN.div(MathBN.sub(units, whole), scale)
  const parts = apportion(
    whole,
    weights.map((weight) => MathBN.convert(weight).abs())
  )
  return parts.map((part, index) => {
    const value = MathBN.div(part, scale)
    return (index === 0 ? MathBN.add(value, tail) : value).toFixed()
  })
}

function sumOf(rows: Amounts[], field: keyof Amounts) {
  return rows.reduce((sum, row) => MathBN.add(sum, row[field] ?? 0), MathBN.convert(0))
}

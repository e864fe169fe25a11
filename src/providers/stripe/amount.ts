import { BigNumberInput } from "@medusajs/framework/types"
import { defaultCurrencies, MathBN } from "@medusajs/framework/utils"
import { roundMoney } from "../../lib/money"

/** Currencies that Stripe counts without decimals, and with three (Stripe, "Supported currencies"); so'm have two. */
const DECIMALS: Record<string, number> = Object.fromEntries([
  ..."bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf".split(" ").map((code) => [code, 0]),
  ..."bhd iqd jod kwd omr tnd".split(" ").map((code) => [code, 3]),
])

/**
 * Whole smallest units of an amount, as Medusa's provider asks Stripe for them (amounts with three decimals are rounded up
 * to the ten, because Stripe takes no other).
 * @param amount in major units
 */
export function stripeAmount(amount: BigNumberInput, currencyCode: string): number {
  const decimals = DECIMALS[currencyCode.toLowerCase()] ?? 2
  const units = MathBN.mult(amount, 10 ** decimals).integerValue(4)
  return decimals === 3 ? MathBN.mult(MathBN.div(units, 10).integerValue(2), 10).toNumber() : units.toNumber()
}

/**
 * What a cart of this total is charged: rounded to the currency's usual decimals (so'm have none), as the orders made of
 * it are.
 * @returns decimal text in major units
 */
export function chargedAmount(amount: BigNumberInput, currencyCode: string): string {
  return roundMoney(amount, defaultCurrencies[currencyCode.toUpperCase()]?.decimal_digits ?? 2)
}

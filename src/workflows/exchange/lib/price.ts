import { MathBN } from "@medusajs/framework/utils"
import { roundMoney, sellingPrice } from "../../../lib/money"
import { RowError, RowValues } from "../../../modules/exchange/lib/parse-row"

type Current = { cost: number; markup_percent: number; price: number }
export type PriceParts = { cost: number; markup_percent: number }

const MAX_MARKUP = 999.99

/**
 * Cost and markup that a row asks for. The price is derived from them (business rule 2); a price in the file counts where
 * there is no markup beside it, or where it is the only one of the three that differs from what stands: then a markup
 * that gives exactly this price is looked for.
 */
export function pricePartsOf(
  values: RowValues,
  current?: Current
): { parts: PriceParts } | { error: RowError } {
  const cost = values.cost ?? current?.cost
  const markup = values.markup_percent ?? current?.markup_percent
  if (cost === undefined) {
    return { error: { field: "cost", code: "required" } }
  }
  if (values.price !== undefined && priceDecides(values, current)) {
    return markupFor(cost, values.price)
  }
  if (markup === undefined) {
    return { error: { field: "markup_percent", code: "required" } }
  }
  return MathBN.lt(sellingPrice(cost, markup), 1)
    ? { error: { field: "cost", code: "price_too_small" } }
    : { parts: { cost, markup_percent: markup } }
}

function priceDecides(values: RowValues, current?: Current): boolean {
  if (current && values.price === current.price && (values.cost ?? current.cost) === current.cost) {
    return false
  }
  const saysNothingElse =
    current &&
    (values.cost ?? current.cost) === current.cost &&
    (values.markup_percent ?? current.markup_percent) === current.markup_percent
  return values.markup_percent === undefined || !!saysNothingElse
}

function markupFor(cost: number, price: number): { parts: PriceParts } | { error: RowError } {
  if (cost === 0) {
    return { error: { field: "price", code: "price_needs_cost" } }
  }
  if (price < cost && roundMoney(cost) !== String(price)) {
    return { error: { field: "price", code: "price_below_cost" } }
  }
  const markup = Number(roundMoney(MathBN.mult(MathBN.div(MathBN.sub(price, cost), cost), 100), 2))
  const percent = Math.max(0, markup)
  if (percent > MAX_MARKUP) {
    return { error: { field: "price", code: "markup_too_large", params: { max: MAX_MARKUP } } }
  }
  const nearest = Number(sellingPrice(cost, percent))
  return nearest === price
    ? { parts: { cost, markup_percent: percent } }
    : { error: { field: "price", code: "price_unreachable", params: { nearest, percent } } }
}

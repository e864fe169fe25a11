import { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { apportion } from "../../../lib/money"
import { RefundErrors } from "../errors"

/** A line of a paid order, with what has been refunded of it so far. Money is decimal text in the order's currency. */
export type RefundableLine = {
  company_order_line_id: string
  line_item_id: string
  title: string
  quantity: number
  total: string
  refunded_quantity: number
  refunded_amount: string
}

export type RefundableOrder = {
  lines: RefundableLine[]
  shipping_paid: string
  shipping_refunded: string
  /** Decimals of the currency; so'm have none. */
  digits: number
}

/** What to refund: an amount, or lines by quantity with or without delivery; with none of them, everything left. */
export type RefundRequest = {
  amount?: BigNumberInput
  items?: Array<{ id: string; quantity: number }>
  /** `true`: all of the delivery that is left; an amount: that much of it. */
  shipping?: boolean | BigNumberInput
}

export type RefundLine = {
  company_order_line_id: string
  line_item_id: string
  title: string
  /** Null when money goes back without goods. */
  quantity: number | null
  amount: string
}

/** `Σ lines.amount + shipping_amount = amount`, always. */
export type RefundPlan = { amount: string; shipping_amount: string; lines: RefundLine[] }

const HUNDREDTHS = 2

const leftOf = (line: RefundableLine) => MathBN.sub(line.total, line.refunded_amount)
const text = (amount: BigNumberInput) => MathBN.convert(amount).toFixed()
const roundDown = (amount: BigNumberInput, digits: number) => MathBN.convert(amount).decimalPlaces(digits, 1)

/**
 * Turns a request into exact amounts per line, never more than is left of each.
 * @throws {MedusaError} REFUND_TOO_MUCH, REFUND_LINE_UNKNOWN, REFUND_QUANTITY_WRONG, REFUND_NOTHING
 */
export function planRefund(order: RefundableOrder, request: RefundRequest): RefundPlan {
  const plan =
    request.items || (request.shipping !== undefined && request.amount === undefined)
      ? byLines(order, request)
      : request.amount !== undefined
        ? byAmount(order, request.amount)
        : everything(order)
  if (MathBN.lte(plan.amount, 0)) {
    throw RefundErrors.nothing()
  }
  return plan
}

function finish(lines: RefundLine[], shipping: BigNumberInput): RefundPlan {
  const kept = lines.filter(({ amount, quantity }) => quantity !== null || MathBN.gt(amount, 0))
  const amount = MathBN.sum(shipping, ...kept.map((line) => line.amount))
  return { amount: text(amount), shipping_amount: text(shipping), lines: kept }
}

const lineOf = (line: RefundableLine, quantity: number | null, amount: BigNumberInput): RefundLine => ({
  company_order_line_id: line.company_order_line_id,
  line_item_id: line.line_item_id,
  title: line.title,
  quantity,
  amount: text(amount),
})

function shippingLeft(order: RefundableOrder) {
  return MathBN.sub(order.shipping_paid, order.shipping_refunded)
}

function everything(order: RefundableOrder): RefundPlan {
  const lines = order.lines.map((line) => {
    const quantity = line.quantity - line.refunded_quantity
    return lineOf(line, quantity > 0 ? quantity : null, leftOf(line))
  })
  return finish(lines, shippingLeft(order))
}

function byLines(order: RefundableOrder, { items, shipping }: RefundRequest): RefundPlan {
  const wanted = new Map<string, number>()
  for (const { id, quantity } of items ?? []) {
    const line = order.lines.find((row) => row.company_order_line_id === id || row.line_item_id === id)
    if (!line) {
      throw RefundErrors.lineUnknown(id)
    }
    const key = line.company_order_line_id
    wanted.set(key, (wanted.get(key) ?? 0) + quantity)
  }
  const lines = order.lines.flatMap((line) => {
    const quantity = wanted.get(line.company_order_line_id)
    return quantity === undefined ? [] : [lineOf(line, quantity, priceOf(line, quantity, order.digits))]
  })
  return finish(lines, shippingOf(order, shipping))
}

/** What a quantity of a line was paid with: by cumulative rounding, so that the pieces add up to the line. */
function priceOf(line: RefundableLine, quantity: number, digits: number) {
  const free = line.quantity - line.refunded_quantity
  if (quantity <= 0 || quantity > free) {
    throw RefundErrors.quantityWrong(line.title, free)
  }
  if (quantity === free) {
    return leftOf(line)
  }
  const upTo = (pieces: number) =>
    roundDown(MathBN.div(MathBN.mult(line.total, pieces), line.quantity), digits)
  const price = MathBN.sub(upTo(line.refunded_quantity + quantity), upTo(line.refunded_quantity))
  // Money that went back without goods has eaten into the line already.
  return MathBN.min(price, leftOf(line))
}

function shippingOf(order: RefundableOrder, shipping: RefundRequest["shipping"]) {
  const left = shippingLeft(order)
  if (shipping === undefined || shipping === false) {
    return MathBN.convert(0)
  }
  if (shipping === true) {
    return left
  }
  if (!isPayable(shipping, left, order.digits)) {
    throw RefundErrors.tooMuch(text(left))
  }
  return MathBN.convert(shipping)
}

/** Whole money of the currency, and no more than is left; the last of it may be less than the smallest coin. */
function isPayable(amount: BigNumberInput, left: BigNumberInput, digits: number): boolean {
  const isWhole = MathBN.convert(amount).decimalPlaces()! <= digits
  return MathBN.gte(amount, 0) && MathBN.lte(amount, left) && (isWhole || MathBN.eq(amount, left))
}

/** Money without goods comes off every line and the delivery in proportion to what is left of each. */
function byAmount(order: RefundableOrder, amount: BigNumberInput): RefundPlan {
  const weights = [...order.lines.map(leftOf), shippingLeft(order)]
  const left = MathBN.sum(0, ...weights)
  if (MathBN.lte(amount, 0) || !isPayable(amount, left, order.digits)) {
    throw RefundErrors.tooMuch(text(left))
  }
  const scale = 10 ** HUNDREDTHS
  const shares = apportion(
    MathBN.mult(amount, scale),
    weights.map((weight) => MathBN.mult(weight, scale))
  ).map((share) => MathBN.div(share, scale))
  return finish(
    order.lines.map((line, index) => lineOf(line, null, shares[index])),
    shares[order.lines.length]
  )
}

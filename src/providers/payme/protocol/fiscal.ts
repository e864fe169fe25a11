import { parseDecimal } from "./amount"

/** One row of the tax receipt (Payme Merchant API 3.1); money in tiyin, VAT included. */
export type FiscalItem = {
  title: string
  /** One unit. */
  price: number
  count: number
  /** IKPU: 17 digits as text, because leading zeros matter. */
  code: string
  units?: number
  vat_percent: number
  package_code: string
  /** On the whole row, all units together. */
  discount?: number
}

export type FiscalDetail = {
  /** 0 is a sale. */
  receipt_type: 0
  items: FiscalItem[]
  shipping?: { title: string; price: number }
}

export type FiscalLine = {
  title: string
  unit_price_tiyin: number
  /** At most 6 decimals. */
  quantity: number
  /** On the whole line. */
  discount_tiyin: number
  ikpu: string | null
  package_code: string | null
  vat_percent: number
  /** Unit code of the catalogue, where known. */
  units?: number | null
}

export type FiscalInput = {
  lines: readonly FiscalLine[]
  /** Delivery outside the items; leave it out when delivery is a line with its own IKPU. */
  shipping?: { title: string; price_tiyin: number }
  /** What the buyer pays: the rows must add up to exactly this. */
  amount_tiyin: number
}

const TITLE_LENGTH = 128

/**
 * The fiscal `detail` for CheckPerformTransaction and the POST form (Payme Merchant API 3.1).
 * @returns the detail; or, when lines lack a valid IKPU or a package code, their titles: no code is ever
 * invented, whether that means "no detail" or "refuse" is a setting of the caller
 * @throws {RangeError} when a number is impossible, or Σ(price × count − discount) + shipping is not the
 * amount
 */
export function fiscalDetail(input: FiscalInput): { detail: FiscalDetail } | { missing: string[] } {
  const items: FiscalItem[] = []
  const missing: string[] = []
  for (const line of input.lines) {
    const item = fiscalItem(line)
    if (item) {
      items.push(item)
    } else {
      missing.push(line.title)
    }
  }
  if (missing.length > 0) {
    return { missing }
  }
  assertSum(input)
  const { shipping } = input
  const detail: FiscalDetail = { receipt_type: 0, items }
  if (shipping && shipping.price_tiyin > 0) {
    detail.shipping = { title: shortTitle(shipping.title), price: shipping.price_tiyin }
  }
  return { detail }
}

/** The detail as the POST form carries it: base64 of its UTF-8 JSON (Payme Merchant API 1.4). */
export function encodeFiscalDetail(detail: FiscalDetail): string {
  return Buffer.from(JSON.stringify(detail), "utf8").toString("base64")
}

/** Null when the line has no code; keys stand in the order of the protocol's sample. */
function fiscalItem(line: FiscalLine): FiscalItem | null {
  if (!line.ikpu || !/^\d{17}$/.test(line.ikpu) || !line.package_code?.trim()) {
    return null
  }
  return {
    title: shortTitle(line.title),
    price: line.unit_price_tiyin,
    count: line.quantity,
    code: line.ikpu,
    ...(line.units ? { units: line.units } : {}),
    vat_percent: line.vat_percent,
    package_code: line.package_code.trim(),
    ...(line.discount_tiyin > 0 ? { discount: line.discount_tiyin } : {}),
  }
}

function assertSum({ lines, shipping, amount_tiyin }: FiscalInput): void {
  if (lines.length === 0) {
    throw new RangeError("a fiscal receipt needs at least one line")
  }
  const shippingPrice = shipping?.price_tiyin ?? 0
  assertTiyin("shipping price", shippingPrice)
  assertTiyin("amount", amount_tiyin)
  const sum = lines.reduce((total, line) => total + lineTiyin(line), BigInt(shippingPrice))
  if (sum !== BigInt(amount_tiyin)) {
    throw new RangeError(`fiscal lines add up to ${sum} tiyin, but the amount is ${amount_tiyin} tiyin`)
  }
}

function lineTiyin(line: FiscalLine): bigint {
  assertTiyin(`price of "${line.title}"`, line.unit_price_tiyin)
  assertTiyin(`discount of "${line.title}"`, line.discount_tiyin)
  if (!(line.vat_percent >= 0 && line.vat_percent <= 100)) {
    throw new RangeError(`VAT of "${line.title}" is ${line.vat_percent} percent`)
  }
  const quantity = parseDecimal(String(line.quantity))
  const scaled = BigInt(line.unit_price_tiyin) * quantity.digits
  const divisor = 10n ** BigInt(quantity.scale)
  if (quantity.digits === 0n || scaled % divisor !== 0n) {
    throw new RangeError(`${line.quantity} × "${line.title}" is not a whole number of tiyin above zero`)
  }
  const total = scaled / divisor - BigInt(line.discount_tiyin)
  if (total < 0n) {
    throw new RangeError(`discount of "${line.title}" is larger than the line`)
  }
  return total
}

function assertTiyin(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} is ${value}, not a whole number of tiyin`)
  }
}

/** Cut without leaving half of a surrogate pair behind. */
function shortTitle(title: string): string {
  return title.slice(0, TITLE_LENGTH).replace(/[\uD800-\uDBFF]$/, "")
}

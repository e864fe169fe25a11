/** What the seller of a line is registered under: `TIN` is nine digits, `PINFL` fourteen. */
export type CommissionInfo = { TIN: string } | { PINFL: string }

/** One line of a fiscal receipt as Click takes it (3.4); money in tiyin, VAT included in prices. */
export type ClickFiscalItem = {
  Name: string
  Barcode?: string
  SPIC: string
  Units?: number
  PackageCode: string
  GoodPrice?: number
  Price: number
  Amount: number
  VAT: number
  VATPercent: number
  Discount?: number
  CommissionInfo: CommissionInfo
}

export type ClickFiscalLine = {
  title: string
  quantity: number
  /** Before discounts, all units. */
  price_tiyin: number
  discount_tiyin: number
  ikpu: string | null
  package_code: string | null
  vat_percent: number
  /** STIR or PINFL of the company that sells the line. */
  seller_tax_id: string | null
  barcode?: string | null
}

export type ClickFiscalBody = {
  items: ClickFiscalItem[]
  received_ecash: number
  received_cash: number
  received_card: number
}

export type ClickFiscal = { body: ClickFiscalBody } | { missing: string[] }

const NAME_LENGTH = 63
/** Click wants the unit at the end of a name. */
const UNIT = " dona"

/**
 * VAT inside a gross price (5.5), half a tiyin rounded up.
 * @throws {RangeError} for a percent that is not a whole number from 0 to 100
 */
export function vatInside(grossTiyin: number, percent: number): number {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
    throw new RangeError(`VAT of ${percent} percent cannot be sent to Click`)
  }
  const divisor = BigInt(100 + percent)
  return Number((2n * BigInt(grossTiyin) * BigInt(percent) + divisor) / (2n * divisor))
}

/**
 * The items and sums of `submit_items` (3.4). Everything a shopper pays through Click counts as electronic money.
 * @returns the body; or what the merchants have to fill in first (M-11): no code is ever invented
 * @throws {RangeError} for a fraction of a unit, an impossible number, or lines that do not add up to the payment
 */
export function clickFiscal(lines: readonly ClickFiscalLine[], paidTiyin: number): ClickFiscal {
  const missing = lines.flatMap(missingOf)
  if (missing.length > 0) {
    return { missing }
  }
  const sum = lines.reduce((total, line) => total + taxable(line), 0)
  if (lines.length === 0 || sum !== paidTiyin) {
    throw new RangeError(`fiscal lines add up to ${sum} tiyin, but ${paidTiyin} tiyin were paid`)
  }
  return { body: { items: lines.map(item), received_ecash: paidTiyin, received_cash: 0, received_card: 0 } }
}

function missingOf({ title, ikpu, package_code, seller_tax_id }: ClickFiscalLine): string[] {
  const wants = [
    !/^\d{17}$/.test(ikpu ?? "") && "IKPU",
    !/^.{1,20}$/.test(package_code?.trim() ?? "") && "package code",
    !/^(\d{9}|\d{14})$/.test(seller_tax_id ?? "") && "the company's STIR or PINFL",
  ].filter(Boolean)
  return wants.length > 0 ? [`${title}: ${wants.join(", ")}`] : []
}

/** What the buyer pays for a line. */
function taxable(line: ClickFiscalLine): number {
  const { title, quantity, price_tiyin, discount_tiyin } = line
  if (!Number.isSafeInteger(quantity) || quantity <= 0) {
    throw new RangeError(`${quantity} × "${title}": Click does not say how fractions of a unit are sent`)
  }
  const isWhole = [price_tiyin, discount_tiyin].every((tiyin) => Number.isSafeInteger(tiyin) && tiyin >= 0)
  if (!isWhole || discount_tiyin > price_tiyin) {
    throw new RangeError(`"${title}": ${price_tiyin} less ${discount_tiyin} is not a price in tiyin`)
  }
  return price_tiyin - discount_tiyin
}

function item(line: ClickFiscalLine): ClickFiscalItem {
  const { quantity, price_tiyin, discount_tiyin, vat_percent, barcode } = line
  const taxId = line.seller_tax_id!
  return {
    Name: nameOf(line.title),
    ...(barcode && barcode.length <= 13 ? { Barcode: barcode } : {}),
    SPIC: line.ikpu!,
    PackageCode: line.package_code!.trim(),
    ...(price_tiyin % quantity === 0 ? { GoodPrice: price_tiyin / quantity } : {}),
    Price: price_tiyin,
    Amount: quantity,
    VAT: vatInside(taxable(line), vat_percent),
    VATPercent: vat_percent,
    ...(discount_tiyin > 0 ? { Discount: discount_tiyin } : {}),
    CommissionInfo: taxId.length === 9 ? { TIN: taxId } : { PINFL: taxId },
  }
}

/** Cut without leaving half of a surrogate pair behind; the unit always fits. */
function nameOf(title: string): string {
  const short = title.trim().slice(0, NAME_LENGTH - UNIT.length)
  return `${short.replace(/[\uD800-\uDBFF]$/, "").trimEnd()}${UNIT}`
}

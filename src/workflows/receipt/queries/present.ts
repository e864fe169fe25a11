import { ReceiptView } from "../types"

/** Tiyin as the API answers money: so'm, or the units of another currency, with its hundredths. */
const units = (tiyin: number) => tiyin / 100

/** A receipt in the API's shape, without its lines: for lists. */
export function presentReceipt(receipt: Omit<ReceiptView, "lines">, baseUrl: string) {
  const { number_text, sale_number_text, token, total_tiyin, discount_tiyin, vat_tiyin, ...facts } = receipt
  return {
    ...facts,
    number: number_text,
    sale_number: sale_number_text,
    total: units(total_tiyin),
    discount_total: units(discount_tiyin),
    vat_total: units(vat_tiyin),
    verify_url: verifyUrl(baseUrl, token),
  }
}

/** A receipt with its lines. */
export function presentWithLines({ lines, ...receipt }: ReceiptView, baseUrl: string) {
  return {
    ...presentReceipt(receipt, baseUrl),
    lines: lines.map(({ quantity, unit_price_tiyin, discount_tiyin, total_tiyin, vat_tiyin, ...line }) => ({
      ...line,
      quantity: quantity === null ? null : Number(quantity),
      unit_price: units(unit_price_tiyin),
      discount: units(discount_tiyin),
      total: units(total_tiyin),
      vat: units(vat_tiyin),
    })),
  }
}

/** Where a stranger proves a receipt: outside `/store`, which wants a publishable key that no telephone's camera has. */
export function verifyUrl(baseUrl: string, token: string): string {
  return `${baseUrl.replace(/\/+$/, "")}/receipts/verify/${token}`
}

export type Verification = ReturnType<typeof presentVerification>

/** Only what proves a receipt: never its buyer, its goods or a telephone. */
export function presentVerification(receipt: Omit<ReceiptView, "lines">) {
  return {
    kind: receipt.kind,
    number: receipt.number_text,
    issued_at: receipt.issued_at,
    seller: {
      name: receipt.seller.legal_name ?? receipt.seller.name,
      tax_id_type: receipt.seller.tax_id_type,
      tax_id: receipt.seller.tax_id,
    },
    currency_code: receipt.currency_code,
    total: units(receipt.total_tiyin),
    fiscal_sign: receipt.fiscal?.fiscal_sign ?? null,
  }
}

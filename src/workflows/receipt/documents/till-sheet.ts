import {
  Block,
  Cell,
  facts,
  formatAmount,
  formatMoney,
  formatNumber,
  formatTime,
  Language,
  Sheet,
} from "../../../documents"
import { ReceiptView } from "../types"
import { receiptTexts } from "./messages"
import { paymentName, sellerFacts } from "./parties"
import { fiscalFacts } from "./receipt-sheet"
import { TILL_TEXTS } from "./till-messages"

/** How a sale at a cash desk was paid, and by whom it was made; whole so'm. */
export type TillFacts = {
  cashier: string
  register: string | null
  cash: number
  card: number
  tendered: number | null
}

const TIYIN = 100

/**
 * A receipt for the roll of a till: what the law and the buyer need, and no more.
 * @param desk null for an order that was not sold at a cash desk
 */
export function tillSheet(
  receipt: ReceiptView,
  language: Language,
  verifyUrl: string,
  desk: TillFacts | null
): Sheet {
  const texts = receiptTexts(language)
  const till = TILL_TEXTS[language]
  return {
    language,
    title: `${texts[receipt.kind]} № ${receipt.number_text}`,
    subtitle: formatTime(receipt.issued_at),
    blocks: [
      { kind: "facts", rows: sellerFacts(receipt.seller, texts) },
      {
        kind: "facts",
        rows: facts([
          [texts.order, receipt.short_code],
          [texts.sale_receipt, receipt.sale_number_text],
          [texts.reason, receipt.reason],
          [till.cashier, desk?.cashier],
          [till.register, desk?.register],
        ]),
      },
      goods(receipt, language),
      sums(receipt, language, desk),
      {
        kind: "code",
        url: receipt.fiscal?.qr_code_url ?? verifyUrl,
        caption: receipt.fiscal ? texts.fiscal : texts.verify,
        texts: fiscalFacts(receipt.fiscal, texts),
      },
    ],
    footer: till.thanks,
  }
}

function goods({ lines, currency_code }: ReceiptView, language: Language): Block {
  const texts = receiptTexts(language)
  const amount = (tiyin: number) => formatAmount(tiyin, currency_code, language)
  const count = ({ quantity, unit_price_tiyin }: ReceiptView["lines"][number]) =>
    quantity === null ? [] : [`${formatNumber(quantity, language)} × ${amount(unit_price_tiyin)}`]
  return {
    kind: "table",
    columns: [
      { label: texts.goods, is_wide: true },
      { label: texts.sum, align: "right" },
    ],
    rows: lines.map((line): Cell[] => [
      {
        text: line.is_delivery ? texts.delivery : line.title,
        note: [
          ...count(line),
          ...(line.discount_tiyin > 0 ? [`${texts.discount} ${amount(line.discount_tiyin)}`] : []),
          ...(line.vat_percent > 0
            ? [`${texts.vat} ${formatNumber(line.vat_percent, language)} %: ${amount(line.vat_tiyin)}`]
            : []),
          ...(line.ikpu ? [`${texts.ikpu} ${line.ikpu}`] : []),
        ].join(" · "),
      },
      amount(line.total_tiyin),
    ]),
  }
}

function sums(receipt: ReceiptView, language: Language, desk: TillFacts | null): Block {
  const texts = receiptTexts(language)
  const till = TILL_TEXTS[language]
  const { kind, total_tiyin, discount_tiyin, vat_tiyin, currency_code, provider_id } = receipt
  const money = (tiyin: number) => formatMoney(tiyin, currency_code, language)
  const row = (label: string, som: number | null) =>
    som === null || som <= 0 ? [] : [{ label, value: money(som * TIYIN) }]
  const way = paymentName(provider_id, texts)
  return {
    kind: "totals",
    rows: [
      ...(discount_tiyin > 0 ? [{ label: texts.discounts, value: money(discount_tiyin) }] : []),
      { label: kind === "sale" ? texts.total : texts.refunded, value: money(total_tiyin), is_main: true },
      ...(vat_tiyin > 0 ? [{ label: texts.vat_inside, value: money(vat_tiyin) }] : []),
      ...(desk === null && way ? [{ label: texts.paid_by, value: way }] : []),
      ...row(till.cash, desk && desk.cash),
      ...row(till.card, desk && desk.card),
      ...row(till.tendered, desk && desk.tendered),
      ...row(till.change, desk && desk.tendered !== null ? desk.tendered - desk.cash : null),
    ],
  }
}

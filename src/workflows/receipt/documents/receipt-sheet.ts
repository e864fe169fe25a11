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
import { ReceiptTextKey, receiptTexts } from "./messages"
import { agentFacts, buyerFacts, paymentName, sellerFacts } from "./parties"

type Texts = Record<ReceiptTextKey, string>

/**
 * A receipt as a page.
 * @param verifyUrl address of the verification page; the QR code leads there until there is a fiscal receipt
 */
export function receiptSheet(receipt: ReceiptView, language: Language, verifyUrl: string): Sheet {
  const texts = receiptTexts(language)
  const { market } = receipt
  return {
    language,
    title: `${texts[receipt.kind]} № ${receipt.number_text}`,
    subtitle: `${texts.issued_at}: ${formatTime(receipt.issued_at)}`,
    blocks: [
      {
        kind: "pair",
        left: { kind: "facts", title: texts.seller, rows: sellerFacts(receipt.seller, texts) },
        right: { kind: "facts", title: texts.buyer, rows: buyerFacts(receipt.buyer, texts) },
      },
      {
        kind: "pair",
        left: { kind: "facts", title: texts.order, rows: orderFacts(receipt, texts) },
        right: {
          kind: "facts",
          title: market ? texts.agent : undefined,
          rows: market ? agentFacts(market, texts) : [],
        },
      },
      linesTable(receipt, language, texts),
      totals(receipt, language, texts),
      ...fiscalNote(receipt, texts),
      codeBlock(receipt, texts, verifyUrl),
    ],
    footer: texts.time_note,
  }
}

function orderFacts(receipt: ReceiptView, texts: Texts) {
  return facts([
    [texts.number, receipt.short_code],
    [texts.sale_receipt, receipt.sale_number_text],
    [texts.paid_by, paymentName(receipt.provider_id, texts)],
    [texts.reason, receipt.reason],
  ])
}

function linesTable({ lines, currency_code }: ReceiptView, language: Language, texts: Texts): Block {
  const amount = (tiyin: number) => formatAmount(tiyin, currency_code, language)
  return {
    kind: "table",
    columns: [
      { label: "№", is_minor: true },
      { label: texts.goods, is_wide: true },
      { label: texts.quantity, align: "right" },
      { label: texts.price, align: "right" },
      { label: texts.discount, align: "right" },
      { label: texts.vat, align: "right" },
      { label: texts.sum, align: "right" },
    ],
    rows: lines.map((line, index): Cell[] => [
      String(index + 1),
      {
        text: line.is_delivery ? texts.delivery : line.title,
        note: facts([
          [texts.ikpu, line.ikpu],
          [texts.package_code, line.package_code],
          [texts.principal, line.principal_tax_id],
        ])
          .map(({ label, value }) => `${label}: ${value}`)
          .join(" · "),
      },
      line.quantity === null ? "—" : formatNumber(line.quantity, language),
      amount(line.unit_price_tiyin),
      line.discount_tiyin === 0 ? "—" : amount(line.discount_tiyin),
      line.vat_percent > 0
        ? { text: amount(line.vat_tiyin), note: `${formatNumber(line.vat_percent, language)} %` }
        : "—",
      amount(line.total_tiyin),
    ]),
  }
}

function totals(receipt: ReceiptView, language: Language, texts: Texts): Block {
  const money = (tiyin: number) => formatMoney(tiyin, receipt.currency_code, language)
  const { kind, total_tiyin, discount_tiyin, vat_tiyin } = receipt
  return {
    kind: "totals",
    rows: [
      ...(discount_tiyin > 0 ? [{ label: texts.discounts, value: money(discount_tiyin) }] : []),
      {
        label: kind === "sale" ? texts.total : texts.refunded,
        value: money(total_tiyin),
        is_main: true,
      },
      ...(vat_tiyin > 0 ? [{ label: texts.vat_inside, value: money(vat_tiyin) }] : []),
    ],
  }
}

function fiscalNote({ fiscal, fiscal_status }: ReceiptView, texts: Texts): Block[] {
  const isAwaited = !fiscal && (fiscal_status === "waiting" || fiscal_status === "sent")
  return isAwaited ? [{ kind: "note", text: texts.fiscal_waiting }] : []
}

function codeBlock({ fiscal }: ReceiptView, texts: Texts, verifyUrl: string): Block {
  return {
    kind: "code",
    url: fiscal?.qr_code_url ?? verifyUrl,
    caption: fiscal ? texts.fiscal : texts.verify,
    texts: fiscalFacts(fiscal, texts),
  }
}

/** The provider's fiscal receipt, as far as it has said. */
export function fiscalFacts(fiscal: ReceiptView["fiscal"], texts: Texts) {
  return facts([
    [texts.terminal_id, fiscal?.terminal_id],
    [texts.fiscal_receipt_id, fiscal?.receipt_id],
    [texts.fiscal_sign, fiscal?.fiscal_sign],
    [texts.fiscal_date, fiscal?.date && fiscalDate(fiscal.date)],
  ])
}

/** `YYYYMMDDHHmmss` of the tax committee as people read it; anything else as it came. */
function fiscalDate(text: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)\d\d$/.exec(text)
  return match ? `${match[3]}.${match[2]}.${match[1]} ${match[4]}:${match[5]}` : text
}

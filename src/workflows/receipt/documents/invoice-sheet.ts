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
import { Agent, Buyer, ReceiptLineFacts, Seller } from "../../../modules/receipt/types"
import { ReceiptTextKey, receiptTexts } from "./messages"
import { agentFacts, buyerFacts, sellerFacts } from "./parties"

type Texts = Record<ReceiptTextKey, string>

/** One company's part of what is ordered; money in tiyin. */
export type InvoicePart = {
  short_code: string
  seller: Seller
  market: Agent | null
  lines: ReceiptLineFacts[]
  total_tiyin: number
}

export type Invoice = {
  status: "pending" | "paid" | "expired" | "canceled" | "refunded"
  created_at: Date
  /** Until when it may be paid; null when it never ends or is over. */
  expires_at: Date | null
  currency_code: string
  locale: string | null
  buyer: Buyer
  parts: InvoicePart[]
  total_tiyin: number
  /** Where it is paid, while it can be. */
  payment_url: string | null
}

/** What was ordered and what it costs: for the buyer of a whole checkout, or for one company. It proves no payment. */
export function invoiceSheet(invoice: Invoice, language: Language): Sheet {
  const texts = receiptTexts(language)
  const { status, currency_code, parts } = invoice
  const codes = parts.map(({ short_code }) => short_code).join(", ")
  return {
    language,
    title: `${texts.invoice} № ${codes}`,
    subtitle: `${texts.created_at}: ${formatTime(invoice.created_at)}`,
    blocks: [
      {
        kind: "pair",
        left: {
          kind: "facts",
          rows: facts([
            [texts.status, texts[status === "refunded" ? "refunded_status" : status]],
            [texts.pay_until, invoice.expires_at && formatTime(invoice.expires_at)],
          ]),
        },
        right: { kind: "facts", title: texts.buyer, rows: buyerFacts(invoice.buyer, texts) },
      },
      ...parts.flatMap((part) => partBlocks(part, invoice, language, texts)),
      {
        kind: "totals",
        rows: [
          {
            label: status === "pending" ? texts.to_pay : texts.order_total,
            value: formatMoney(invoice.total_tiyin, currency_code, language),
            is_main: true,
          },
        ],
      },
      ...payBlock(invoice, texts),
      { kind: "note", text: texts.not_a_receipt },
    ],
    footer: texts.time_note,
  }
}

function partBlocks(
  part: InvoicePart,
  { currency_code, parts }: Invoice,
  language: Language,
  texts: Texts
): Block[] {
  const amount = (tiyin: number) => formatAmount(tiyin, currency_code, language)
  const sums: Block = {
    kind: "totals",
    rows: [{ label: texts.total, value: formatMoney(part.total_tiyin, currency_code, language) }],
  }
  return [
    {
      kind: "facts",
      title: `${texts.seller}: ${part.seller.name} (${texts.order} ${part.short_code})`,
      rows: sellerFacts(part.seller, texts).slice(1),
    },
    ...(part.market
      ? [{ kind: "facts" as const, title: texts.agent, rows: agentFacts(part.market, texts) }]
      : []),
    {
      kind: "table",
      columns: [
        { label: "№", is_minor: true },
        { label: texts.goods, is_wide: true },
        { label: texts.quantity, align: "right" },
        { label: texts.price, align: "right" },
        { label: texts.discount, align: "right" },
        { label: texts.sum, align: "right" },
      ],
      rows: part.lines.map((line, index): Cell[] => [
        String(index + 1),
        line.is_delivery ? texts.delivery : line.title,
        line.quantity === null ? "—" : formatNumber(line.quantity, language),
        amount(line.unit_price_tiyin),
        line.discount_tiyin === 0 ? "—" : amount(line.discount_tiyin),
        amount(line.total_tiyin),
      ]),
    },
    ...(parts.length > 1 ? [sums] : []),
  ]
}

function payBlock({ payment_url }: Invoice, texts: Texts): Block[] {
  return payment_url ? [{ kind: "code", url: payment_url, caption: texts.pay }] : []
}

import { BozorOptions } from "../../../lib/options"
import { providerKind } from "../../../lib/payment-providers"
import { MARKET } from "../../../modules/order-group/lib/market"
import { fiscalPlan } from "../../../modules/receipt/lib/fiscal"
import { LineSource, receiptLines, receiptTotals } from "../../../modules/receipt/lib/lines"
import { Agent, Buyer, ReceiptDraft, ReceiptKind, Seller } from "../../../modules/receipt/types"

/** A company's order as the receipt reads it; money as decimal text in the order's currency. */
export type SaleSource = {
  company_order_id: string
  company_id: string
  order_id: string
  order_group_id: string
  short_code: string
  currency_code: string
  total: string
  shipping_paid: string
  is_paid: boolean
  provider_id: string | null
  transaction_id: string | null
  locale: string | null
  buyer: Buyer
  /** Null for goods of no company, which the market itself sells. */
  seller: Seller | null
  lines: Array<LineSource & { id: string }>
}

type RefundLine = {
  company_order_line_id: string
  title: string
  quantity: number | string | null
  amount: number | string
}

export type RefundSource = SaleSource & {
  refund: {
    id: string
    status: string
    amount: string
    shipping_amount: string
    reason: string | null
    lines: RefundLine[]
    provider_id: string | null
  }
}

type Settings = Pick<BozorOptions, "market" | "payme">

/** The receipt of a paid order, without its number. */
export function saleDraft(source: SaleSource, settings: Settings): ReceiptDraft {
  const lines = [...source.lines, ...deliveryLine(source.shipping_paid, settings)]
  return draft(source, settings, { kind: "sale", lines, amount: source.total })
}

/** The receipt of a refund: what went back of each line, with the codes it was sold under. */
export function refundDraft(
  source: RefundSource,
  saleNumberText: string | null,
  settings: Settings
): ReceiptDraft {
  const { refund } = source
  const goods = refund.lines
    .filter(({ amount }) => Number(amount) > 0)
    .map((line) => refundLine(source, line))
  const lines = [...goods, ...deliveryLine(refund.shipping_amount, settings)]
  return {
    ...draft(source, settings, { kind: "refund", lines, amount: refund.amount }),
    refund_id: refund.id,
    sale_number_text: saleNumberText,
    reason: refund.reason,
  }
}

function draft(
  source: SaleSource,
  settings: Settings,
  facts: { kind: ReceiptKind; lines: LineSource[]; amount: string }
): ReceiptDraft {
  const { seller, market } = partiesOf(source, settings)
  const lines = receiptLines(facts.lines, facts.amount, seller.tax_id)
  const { company_order_id, company_id, order_id, order_group_id, short_code, currency_code } = source
  return {
    kind: facts.kind,
    company_id,
    company_order_id,
    order_id,
    order_group_id,
    short_code,
    refund_id: null,
    sale_number_text: null,
    transaction_id: source.transaction_id,
    provider_id: source.provider_id,
    currency_code,
    locale: source.locale,
    reason: null,
    buyer: source.buyer,
    seller,
    market,
    lines,
    fiscal: fiscalPlan({
      provider_kind: source.provider_id && providerKind(source.provider_id),
      kind: facts.kind,
      has_transaction: source.transaction_id !== null,
      total_tiyin: receiptTotals(lines).total_tiyin,
    }),
  }
}

/** The company sells and the market is its agent; goods of no company the market sells itself. */
export function partiesOf(
  { company_id, seller }: Pick<SaleSource, "company_id" | "seller">,
  { market }: Pick<Settings, "market">
): { seller: Seller; market: Agent | null } {
  const agent = { name: market.name, tax_id: market.tax_id ?? null, address: market.address ?? null }
  if (seller && company_id !== MARKET) {
    return { seller, market: agent }
  }
  const own: Seller = {
    ...agent,
    legal_name: null,
    tax_id_type: agent.tax_id ? "stir" : null,
    phone: null,
    is_vat_payer: false,
  }
  return { seller: own, market: null }
}

/** Delivery is a line of its own; with the codes that the settings give it, where they do. */
function deliveryLine(total: string, { payme }: Settings): LineSource[] {
  if (!(Number(total) > 0)) {
    return []
  }
  const { shipping_ikpu, shipping_package_code } = payme
  return [
    {
      title: "Yetkazib berish",
      quantity: 1,
      unit_price: total,
      total,
      vat_percent: null,
      ikpu: shipping_ikpu ?? null,
      package_code: shipping_package_code ?? null,
      is_delivery: true,
    },
  ]
}

function refundLine(source: RefundSource, line: RefundLine): LineSource {
  const sold = source.lines.find(({ id }) => id === line.company_order_line_id)
  return {
    title: line.title,
    quantity: line.quantity,
    unit_price: line.quantity === null ? null : (sold?.unit_price ?? null),
    total: line.amount,
    vat_percent: sold?.vat_percent ?? null,
    ikpu: sold?.ikpu ?? null,
    package_code: sold?.package_code ?? null,
  }
}

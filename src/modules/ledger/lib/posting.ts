import { BigNumberInput } from "@medusajs/framework/types"
import { Account, companyAccount, marketAccount, providerAccount } from "./accounts"
import { lineCommission, shareSoFar, vatWithin } from "./commission"

/** One side of a posting: debit +, credit −, in tiyin. */
export type Entry = { account: Account; amount_tiyin: number }

/** A ledger transaction before it is written. */
export type Posting = {
  /** Names the event; a second posting with the same reference is not written. */
  reference: string
  kind: "sale" | "commission" | "refund" | "payout" | "ad_spend"
  subject_id: string
  rank: number
  company_id: string
  currency_code: string
  occurred_at: Date
  memo: string | null
  entries: Entry[]
}

/** A paid company order as the ledger needs it; money in tiyin. */
export type PaidOrder = {
  id: string
  company_id: string
  currency_code: string
  short_code: string
  paid_at: Date
  provider_id: string
  total_tiyin: number
  lines: Array<{ id: string; total_tiyin: number; commission_percent: BigNumberInput }>
}

/** A refund that has succeeded; money in tiyin. */
export type DoneRefund = {
  id: string
  amount_tiyin: number
  succeeded_at: Date
  reason: string | null
  lines: Array<{ company_order_line_id: string; amount_tiyin: number }>
}

/** What has been posted about an order: its commission (as it was), and what its refunds have taken back. */
export type PostedBefore = {
  commission_tiyin: number
  vat_tiyin: number
  returned_tiyin: number
  returned_vat_tiyin: number
  /** The refunds themselves. */
  refunds: DoneRefund[]
}

/** Paid at the shop's own cash desk: the money never comes to the market. */
export function isPaidAtShop(providerId: string): boolean {
  return providerId.startsWith("pp_cash")
}

/** Commission of an order, and the VAT inside it. */
export function commissionOf(order: PaidOrder, vatPercent: BigNumberInput) {
  const commission_tiyin = order.lines.reduce(
    (sum, line) => sum + lineCommission(line.total_tiyin, line.commission_percent),
    0
  )
  return { commission_tiyin, vat_tiyin: vatWithin(commission_tiyin, vatPercent) }
}

/**
 * What a payment writes: the sale, and the market's commission on its goods (docs/decisions/0007). Nothing for an order
 * that cost nothing.
 */
export function salePostings(order: PaidOrder, vatPercent: BigNumberInput): Posting[] {
  const { total_tiyin: total, company_id, currency_code: currency } = order
  const provider = providerAccount(order.provider_id, currency)
  const { commission_tiyin, vat_tiyin } = commissionOf(order, vatPercent)
  const about = {
    subject_id: order.id,
    rank: 0,
    company_id,
    currency_code: currency,
    occurred_at: order.paid_at,
    memo: order.short_code,
  }
  const sale: Entry[] = [
    { account: provider, amount_tiyin: total },
    { account: companyAccount(company_id, "payable", currency), amount_tiyin: -total },
    ...(isPaidAtShop(order.provider_id)
      ? [
          { account: provider, amount_tiyin: -total },
          { account: companyAccount(company_id, "settlement", currency), amount_tiyin: total },
        ]
      : []),
  ]
  const commission: Entry[] = [
    { account: companyAccount(company_id, "commission", currency), amount_tiyin: commission_tiyin },
    { account: marketAccount("commission_income", currency), amount_tiyin: vat_tiyin - commission_tiyin },
    { account: marketAccount("commission_vat", currency), amount_tiyin: -vat_tiyin },
  ]
  return withEntries([
    { ...about, reference: `sale:${order.id}`, kind: "sale", entries: sale },
    { ...about, reference: `commission:${order.id}`, kind: "commission", entries: commission },
  ])
}

/**
 * What a refund writes: the money, and the part of the commission that the refunded goods had borne. The commission is
 * reckoned from the beginning over every refund posted so far, so that nothing is left after a full refund.
 */
export function refundPostings(order: PaidOrder, refund: DoneRefund, before: PostedBefore): Posting[] {
  const { company_id, currency_code: currency } = order
  const { amount_tiyin: amount } = refund
  const provider = providerAccount(order.provider_id, currency)
  const refunded = refundedByLine([...before.refunds, refund])
  const returned = order.lines.reduce((sum, line) => {
    const commission = lineCommission(line.total_tiyin, line.commission_percent)
    return sum + shareSoFar(commission, refunded.get(line.id) ?? 0, line.total_tiyin)
  }, 0)
  const returnedVat = shareSoFar(before.vat_tiyin, returned, before.commission_tiyin)
  const commission = returned - before.returned_tiyin
  const vat = returnedVat - before.returned_vat_tiyin
  const entries: Entry[] = [
    { account: provider, amount_tiyin: -amount },
    { account: companyAccount(company_id, "refunds", currency), amount_tiyin: amount },
    ...(isPaidAtShop(order.provider_id)
      ? [
          { account: provider, amount_tiyin: amount },
          { account: companyAccount(company_id, "settlement", currency), amount_tiyin: -amount },
        ]
      : []),
    { account: companyAccount(company_id, "commission", currency), amount_tiyin: -commission },
    { account: marketAccount("commission_income", currency), amount_tiyin: commission - vat },
    { account: marketAccount("commission_vat", currency), amount_tiyin: vat },
  ]
  return withEntries([
    {
      reference: `refund:${refund.id}`,
      kind: "refund",
      subject_id: order.id,
      rank: before.refunds.length,
      company_id,
      currency_code: currency,
      occurred_at: refund.succeeded_at,
      memo: refund.reason,
      entries,
    },
  ])
}

/** What the payment of a statement writes. */
export function payoutPosting(
  settlement: { id: string; company_id: string; currency_code: string; payout_tiyin: number },
  paid: { at: Date; proof: string }
): Posting {
  const { company_id, currency_code, payout_tiyin } = settlement
  return {
    reference: `payout:${settlement.id}`,
    kind: "payout",
    subject_id: settlement.id,
    rank: 0,
    company_id,
    currency_code,
    occurred_at: paid.at,
    memo: paid.proof,
    entries: [
      { account: companyAccount(company_id, "settlement", currency_code), amount_tiyin: payout_tiyin },
      { account: marketAccount("bank", currency_code), amount_tiyin: -payout_tiyin },
    ],
  }
}

function refundedByLine(refunds: DoneRefund[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { company_order_line_id: id, amount_tiyin } of refunds.flatMap(({ lines }) => lines)) {
    sums.set(id, (sums.get(id) ?? 0) + amount_tiyin)
  }
  return sums
}

/** Leaves out entries of nothing, and postings that are nothing at all. */
function withEntries(postings: Posting[]): Posting[] {
  return postings
    .map((posting) => ({
      ...posting,
      entries: posting.entries.filter(({ amount_tiyin }) => amount_tiyin !== 0),
    }))
    .filter(({ entries }) => entries.length > 0)
}

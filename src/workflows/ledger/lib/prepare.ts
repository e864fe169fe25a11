import { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../../modules/ledger"
import { SettlementErrors } from "../../../modules/ledger/errors"
import { adSpendPosting } from "../../../modules/ledger/lib/ad-spend"
import {
  commissionOf,
  payoutPosting,
  Posting,
  refundPostings,
  salePostings,
} from "../../../modules/ledger/lib/posting"
import LedgerModuleService from "../../../modules/ledger/service"
import { LedgerEvent } from "../types"
import { loadAdCharge } from "./load-ad-charge"
import { loadDoneRefund, loadDoneRefunds, loadPaidOrder } from "./load"

const ledgerOf = (container: MedusaContainer) => container.resolve<LedgerModuleService>(LEDGER_MODULE)
const vatPercent = (container: MedusaContainer) =>
  ledgerOf(container).options.settlement.commission_vat_percent

/** What an event writes; nothing when it has not happened. */
export async function preparePostings(container: MedusaContainer, event: LedgerEvent): Promise<Posting[]> {
  switch (event.kind) {
    case "sale":
      return saleOf(container, event.id)
    case "refund":
      return refundOf(container, event.id)
    case "ad_spend":
      return adSpendOf(container, event.id)
    case "payout":
      return payoutOf(container, event)
  }
}

async function saleOf(container: MedusaContainer, id: string): Promise<Posting[]> {
  const order = await loadPaidOrder(container, id)
  return order ? salePostings(order, vatPercent(container)) : []
}

/**
 * A refund reckons with the commission as it was posted, and with the refunds posted before it. One that comes before
 * its sale brings the sale along.
 */
async function refundOf(container: MedusaContainer, id: string): Promise<Posting[]> {
  const found = await loadDoneRefund(container, id)
  const order = found && (await loadPaidOrder(container, found.company_order_id))
  if (!order) {
    return []
  }
  const posted = await ledgerOf(container).postedAbout(order.id)
  if (posted.refund_ids.includes(id)) {
    return []
  }
  const sale = posted.has_sale ? [] : salePostings(order, vatPercent(container))
  const before = posted.has_sale ? posted : { ...posted, ...commissionOf(order, vatPercent(container)) }
  const refunds = (await loadDoneRefunds(container, order.id)).filter((refund) =>
    posted.refund_ids.includes(refund.id)
  )
  return [...sale, ...refundPostings(order, found.refund, { ...before, refunds })]
}

async function adSpendOf(container: MedusaContainer, id: string): Promise<Posting[]> {
  const charge = await loadAdCharge(container, id)
  return charge ? [adSpendPosting(charge)] : []
}

/**
 * @throws {MedusaError} 404, SETTLEMENT_ALREADY_PAID, SETTLEMENT_NOT_PAYABLE
 */
async function payoutOf(
  container: MedusaContainer,
  event: LedgerEvent & { kind: "payout" }
): Promise<Posting[]> {
  const settlement = await ledgerOf(container).statement({ id: event.id })
  if (settlement.status === "paid") {
    throw SettlementErrors.alreadyPaid()
  }
  if (settlement.status === "carried") {
    throw SettlementErrors.notPayable()
  }
  return [payoutPosting(settlement, { at: event.paid_at, proof: event.proof })]
}

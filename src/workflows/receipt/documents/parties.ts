import { Fact, facts } from "../../../documents"
import { providerKind } from "../../../lib/payment-providers"
import { Agent, Buyer, Seller } from "../../../modules/receipt/types"
import { ReceiptTextKey } from "./messages"

type Texts = Record<ReceiptTextKey, string>

export function sellerFacts(seller: Seller, texts: Texts): Fact[] {
  return facts([
    [texts.name, seller.name],
    [texts.legal_name, seller.legal_name === seller.name ? null : seller.legal_name],
    [seller.tax_id_type === "pinfl" ? texts.pinfl : texts.stir, seller.tax_id],
    [texts.address, seller.address],
    [texts.phone, seller.phone],
    [texts.vat_payer, seller.is_vat_payer ? texts.yes : texts.no],
  ])
}

export function agentFacts(agent: Agent, texts: Texts): Fact[] {
  return facts([
    [texts.name, agent.name],
    [texts.stir, agent.tax_id],
    [texts.address, agent.address],
  ])
}

export function buyerFacts(buyer: Buyer, texts: Texts): Fact[] {
  return facts([
    [texts.person, buyer.name],
    [texts.phone, buyer.phone],
    [texts.email, buyer.email],
  ])
}

const BRANDS: Record<string, string> = {
  payme: "Payme",
  click: "Click",
  uzum: "Uzum Bank",
  uzumcheckout: "Uzum",
}

/** How the money came, as the buyer knows it; null for ways that have no name of their own. */
export function paymentName(providerId: string | null, texts: Texts): string | null {
  const kind = providerKind(providerId ?? "")
  const own: Record<string, string> = { cash: texts.cash, stripe: texts.card }
  return BRANDS[kind] ?? own[kind] ?? null
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { providerKind } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { AlertKind } from "../../modules/gateway/types"
import { stripeAmount } from "../../providers/stripe/amount"

type Told = { id?: unknown; type?: unknown; data?: { object?: Record<string, unknown> } }
type Paid = { id: string; payable_id: string; currency_code: string; refunded: string }

/**
 * Events that Medusa's provider takes no notice of and a person has to hear of: a dispute, a refund that failed after all,
 * money given back in Stripe's dashboard. The signature has been checked already.
 */
export async function noteStripeEvent(
  container: MedusaContainer,
  provider_id: string,
  body: unknown
): Promise<void> {
  const { type, data } = (body ?? {}) as Told
  const object = data?.object
  if (providerKind(provider_id) !== "stripe" || !object || typeof object.payment_intent !== "string") {
    return
  }
  const paid = await transactionOf(container, provider_id, object.payment_intent)
  const kind = paid && alertOf(String(type), object, paid)
  if (paid && kind) {
    await container.resolve<GatewayModuleService>(GATEWAY_MODULE).raiseAlert({
      kind,
      provider_id,
      payable_id: paid.payable_id,
      transaction_id: paid.id,
      // A charge that is given back bit by bit is one row for each sum.
      reference: `${String(object.id)}:${String(object.amount_refunded ?? object.status ?? "")}`,
      data: {
        type,
        payment_intent: object.payment_intent,
        amount: object.amount,
        reason: object.reason ?? null,
      },
    })
  }
}

function alertOf(type: string, object: Record<string, unknown>, paid: Paid): AlertKind | null {
  switch (type) {
    case "charge.dispute.created":
      return "dispute"
    case "charge.refunded":
      // Our own refunds are told of as well; their rows are written before Stripe is asked.
      return Number(object.amount_refunded) > stripeAmount(paid.refunded, paid.currency_code)
        ? "refund_at_provider"
        : null
    case "refund.failed":
    case "charge.refund.updated":
      return object.status === "failed" || object.status === "canceled" ? "refund_unknown" : null
    default:
      return null
  }
}

/** The transaction of a PaymentIntent, with what we have given back of it (major units): one statement. */
async function transactionOf(container: MedusaContainer, providerId: string, intentId: string) {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Paid[] }>(
    `select t.id, t.payable_id, p.currency_code,
            (select coalesce(sum(r.amount), 0) from refund r
              where r.payment_id = t.account ->> 'payment_id' and r.deleted_at is null) as refunded
       from gateway_transaction t join gateway_payable p on p.id = t.payable_id
      where t.provider_id = ? and t.external_id = ? and t.deleted_at is null`,
    [providerId, intentId]
  )
  return rows[0] ?? null
}

import { createHash } from "node:crypto"
import { MedusaContainer, PaymentDTO, RefundDTO } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { isRefused, reasonOf } from "./lib/outcome"
import { providerCalls } from "./provider"

type Refunding = {
  /** The gateway's transaction that was paid. */
  transaction_id: string
  /** In major units: so'm, dollars with their cents. */
  amount: number
  /** Names this refund for ever; a repetition with the same key is the same refund. */
  idempotency_key: string
}

export type RefundOutcome = { kind: "done" } | { kind: "refused" | "unknown"; reason: string }

/** Medusa's rows as its service really makes them; the public interface leaves these out. */
type RefundRows = {
  createRefunds(row: object): Promise<unknown>
  updateRefunds(row: object): Promise<unknown>
  deleteRefunds(id: string): Promise<unknown>
}

/**
 * Gives money of a prepaid payment back at its provider. Safe to repeat with the same key after any interruption.
 *
 * Medusa's own `refundPayment` makes a new row, and so a new idempotency key, at each try: after a lost answer it would
 * give the money back twice. Here the row's id comes from the caller's key. It is written before the provider is asked,
 * so two refunds at once can't exceed what was captured; a refusal takes it away, and as long as the outcome is unknown it
 * stays and holds its amount.
 * @returns `unknown` when the provider's answer did not come: call again later, with the same key
 */
export async function refundPrepaid(
  container: MedusaContainer,
  refunding: Refunding
): Promise<RefundOutcome> {
  assertId(refunding.transaction_id, "transaction id")
  assertId(refunding.idempotency_key, "idempotency key")
  const { account } = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .retrieveGatewayTransaction(refunding.transaction_id)
  const payment_id = (account as { payment_id?: unknown }).payment_id
  if (typeof payment_id !== "string") {
    return { kind: "refused", reason: "this transaction was not paid in advance" }
  }
  return container
    .resolve(Modules.LOCKING)
    .execute(`refund:${payment_id}`, () => refundOnce(container, payment_id, refunding), { timeout: 60 })
}

async function refundOnce(
  container: MedusaContainer,
  paymentId: string,
  { amount, idempotency_key }: Refunding
): Promise<RefundOutcome> {
  const payments = container.resolve(Modules.PAYMENT)
  const rows = payments as unknown as RefundRows
  const payment = await payments.retrievePayment(paymentId, { relations: ["captures", "refunds"] })
  const id = `ref_${createHash("sha256").update(idempotency_key).digest("hex").slice(0, 26)}`
  const known = payment.refunds?.find((refund) => refund.id === id)
  const refused = known ? changed(known, amount) : exceeding(payment, amount)
  if (refused) {
    return { kind: "refused", reason: refused }
  }
  if (stateOf(known) === "done") {
    return { kind: "done" }
  }
  if (!known) {
    await rows.createRefunds({ id, payment: paymentId, amount, metadata: { state: "asked" } })
  }
  try {
    const { data } = await providerCalls(container).refundPayment(payment.provider_id, {
      data: payment.data,
      amount,
      context: { idempotency_key },
    })
    await payments.updatePayment({ id: paymentId, data } as never)
  } catch (error) {
    if (isRefused(error)) {
      await rows.deleteRefunds(id)
      return { kind: "refused", reason: reasonOf(error) }
    }
    return { kind: "unknown", reason: reasonOf(error) }
  }
  await rows.updateRefunds({ id, metadata: { state: "done" } })
  return { kind: "done" }
}

function stateOf(refund: RefundDTO | undefined): unknown {
  return (refund as { metadata?: { state?: unknown } } | undefined)?.metadata?.state
}

function changed(known: RefundDTO, amount: number): string | null {
  return MathBN.eq(known.amount as number, amount) ? null : "this key has been used for another amount"
}

function exceeding({ captures, refunds }: PaymentDTO, amount: number): string | null {
  const sum = (rows: Array<{ amount: unknown }> = []) =>
    MathBN.sum(0, ...rows.map((row) => row.amount as number))
  const left = MathBN.sub(sum(captures), sum(refunds))
  const isPossible = MathBN.gt(amount, 0) && MathBN.lte(amount, left)
  return isPossible ? null : `${amount} can't be refunded: ${left.toFixed()} of the payment is left`
}

import { randomUUID } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { GroupTransaction } from "../../modules/gateway/lib/read"
import { TransactionView } from "../../modules/gateway/types"
import { Cart } from "../../providers/uzum-checkout/cart"
import {
  CHECKOUT_ERROR,
  UzumCheckoutRefusal,
  UzumCheckoutUnknown,
} from "../../providers/uzum-checkout/errors"
import { CheckoutOrder, operationOutcome } from "../../providers/uzum-checkout/order"
import { underPaymentLock } from "../gateway/settle"
import { cartOfPayment } from "./cart-lines"
import { CheckoutContext, contextOf, TransactionKey } from "./context"
import { aboutRow } from "./return-money"

export type CheckoutRefund = {
  transaction_id: string
  amount_tiyin: number
  /** One refund of the shop; asked again with the same key, the money goes back once. */
  idempotency_key: string
  /** Needed with automatic fiscalisation; made here for a refund of the whole payment (K-10). */
  cart?: Cart
}

export type CheckoutRefundResult =
  { kind: "done" } | { kind: "refused"; reason: string } | { kind: "unknown"; reason: string }

/** What is kept of a refund, in the transaction's details under its key. */
type Entry = {
  operation_id: string
  amount_tiyin: number
  state: "asked" | "done" | "refused"
  reason?: string
}

const entryName = (key: string) => `refund_${key}`

/**
 * Gives back a payment of Uzum Checkout, whole or in part (K-08, K-09). The operation's id is stored before Uzum is asked
 * and sent again at a repetition, so `unknown` is safe to repeat with the same key. Books nothing.
 */
export async function refundUzumCheckout(
  container: MedusaContainer,
  input: CheckoutRefund
): Promise<CheckoutRefundResult> {
  assertId(input.transaction_id, "transaction id")
  assertId(input.idempotency_key, "idempotency key")
  const key = await keyOf(container, input.transaction_id)
  const context = key && contextOf(container, key.provider_id, Date.now())
  if (!key || !context) {
    return refused("this payment's terminal is not configured any more: refund it in Uzum's cabinet")
  }
  return underPaymentLock(container, key.external_id, () => refundLocked(context, key, input))
}

async function refundLocked(
  context: CheckoutContext,
  key: TransactionKey,
  input: CheckoutRefund
): Promise<CheckoutRefundResult> {
  const row = await context.gateway.findTransaction(key)
  if (!row || Math.abs(row.state) !== 2) {
    return refused("this payment has not been completed")
  }
  const known = entriesOf(row)[entryName(input.idempotency_key)]
  if (known?.state === "done") {
    return { kind: "done" }
  }
  if (known && (known.state === "refused" || known.amount_tiyin !== input.amount_tiyin)) {
    return refused(known.reason ?? "a refund of another amount has been asked for under this key")
  }
  const cart = await cartFor(context, row, input)
  if (cart && "problem" in cart) {
    return refused(cart.problem)
  }
  const entry: Entry = known ?? {
    operation_id: randomUUID(),
    amount_tiyin: input.amount_tiyin,
    state: "asked",
  }
  await note(context, row, input, entry)
  const result = await ask(context, row, entry, cart?.cart)
  if (result.kind !== "unknown") {
    const reason = result.kind === "refused" ? result.reason : undefined
    await note(context, row, input, { ...entry, state: result.kind, reason })
  }
  return result
}

async function ask(
  { client }: CheckoutContext,
  { external_id }: TransactionView,
  { operation_id, amount_tiyin }: Entry,
  cart?: Cart
): Promise<CheckoutRefundResult> {
  try {
    await client.refund(external_id, amount_tiyin, operation_id, cart)
    return { kind: "done" }
  } catch (error) {
    if (error instanceof UzumCheckoutRefusal && error.code === CHECKOUT_ERROR.OPERATION_EXISTS) {
      return outcomeOf(client.getOrderStatus(external_id), operation_id)
    }
    if (error instanceof UzumCheckoutRefusal) {
      return refused(error.message)
    }
    return { kind: "unknown", reason: wordsOf(error) }
  }
}

/** What came of an operation that Uzum knows already: asked of the order, never guessed (section 3.4). */
async function outcomeOf(status: Promise<CheckoutOrder>, operationId: string): Promise<CheckoutRefundResult> {
  try {
    const outcome = operationOutcome(await status, operationId)
    if (outcome === "failed") {
      return refused("Uzum Checkout could not carry the refund out")
    }
    return outcome === "done"
      ? { kind: "done" }
      : { kind: "unknown", reason: "Uzum Checkout knows the refund and does not say how it ended" }
  } catch (error) {
    return { kind: "unknown", reason: wordsOf(error) }
  }
}

/** Automatic fiscalisation needs a cart; only that of the whole payment can be made without knowing the lines (K-10). */
async function cartFor(
  context: CheckoutContext,
  row: GroupTransaction,
  { amount_tiyin, cart }: CheckoutRefund
) {
  if (!context.options.auto_fiscal || cart) {
    return cart && { cart }
  }
  return amount_tiyin === row.amount_tiyin
    ? cartOfPayment(context, row, amount_tiyin)
    : { problem: "a refund of a part needs its lines, because Uzum issues the receipt" }
}

/**
 * Compares the refunds that Uzum tells of with those that were asked for here; more than that was given back in Uzum's
 * cabinet, and people have to book it.
 */
export async function compareRefunds(
  { gateway }: CheckoutContext,
  row: GroupTransaction,
  order: CheckoutOrder
): Promise<void> {
  const asked = Object.values(entriesOf(row)).filter(({ state }) => state !== "refused")
  const known = asked.reduce((sum, { amount_tiyin }) => sum + amount_tiyin, 0)
  const refunded_tiyin = order.refundedAmount ?? 0
  if (refunded_tiyin > known) {
    const reference = `${row.external_id}:${refunded_tiyin}`
    const data = { refunded_tiyin, asked_tiyin: known }
    await gateway.raiseAlert({ ...aboutRow(row), kind: "refund_at_provider", reference, data })
  }
}

function entriesOf({ details }: TransactionView): Record<string, Entry> {
  const entries = Object.entries(details ?? {}).filter(([name]) => name.startsWith("refund_"))
  return Object.fromEntries(entries) as Record<string, Entry>
}

async function note({ gateway }: CheckoutContext, row: TransactionView, input: CheckoutRefund, entry: Entry) {
  const set = { details: { [entryName(input.idempotency_key)]: entry } }
  await gateway.decide(row, () => ({ updates: [{ id: row.id, set }], answer: undefined }))
}

async function keyOf(container: MedusaContainer, id: string): Promise<TransactionKey | null> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: TransactionKey[] }>(
      `select provider_id, external_id from gateway_transaction where id = ? and deleted_at is null`,
      [id]
    )
  return rows[0] ?? null
}

function refused(reason: string): CheckoutRefundResult {
  return { kind: "refused", reason }
}

function wordsOf(error: unknown): string {
  return error instanceof UzumCheckoutUnknown ? error.message : "an error of ours; see the log"
}

import { randomUUID } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { GroupTransaction } from "../../modules/gateway/lib/read"
import GatewayModuleService from "../../modules/gateway/service"
import { TransactionView } from "../../modules/gateway/types"
import { Cart } from "../../providers/uzum-checkout/cart"
import { UzumCheckoutClient } from "../../providers/uzum-checkout/client"
import {
  CHECKOUT_ERROR,
  UzumCheckoutRefusal,
  UzumCheckoutUnknown,
} from "../../providers/uzum-checkout/errors"
import { underPaymentLock } from "../gateway/settle"
import { cartOfPayment } from "./cart-lines"
import { CheckoutContext, contextOf, TransactionKey } from "./context"
import { entriesOf, entryName, provenOutcome, RefundEntry } from "./lib/refund-entries"

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

const NO_TERMINAL = "this payment's terminal is not configured any more: refund it in Uzum's cabinet"
/** Refusals that may be about the very operation that was asked for before. */
const IN_DISPUTE: number[] = [CHECKOUT_ERROR.OPERATION_EXISTS, CHECKOUT_ERROR.WRONG_STATE]

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
  return key
    ? underPaymentLock(container, key.external_id, () => refundLocked(container, key, input))
    : refused("there is no such payment of Uzum Checkout")
}

async function refundLocked(
  container: MedusaContainer,
  key: TransactionKey,
  input: CheckoutRefund
): Promise<CheckoutRefundResult> {
  const row = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).findTransaction(key)
  if (!row || Math.abs(row.state) !== 2) {
    return refused("this payment has not been completed")
  }
  const known = entriesOf(row.details)[entryName(input.idempotency_key)]
  if (known?.state === "done") {
    return { kind: "done" }
  }
  if (known && (known.state === "refused" || known.amount_tiyin !== input.amount_tiyin)) {
    return refused(known.reason ?? "a refund of another amount has been asked for under this key")
  }
  const context = contextOf(container, key.provider_id, Date.now())
  const cart = context && (await cartFor(context, row, input))
  if (!context || (cart && "problem" in cart)) {
    const problem = cart && "problem" in cart ? cart.problem : NO_TERMINAL
    // What was asked before may have been done; that it can't be asked again does not undo it.
    return known ? unknown(problem) : refused(problem)
  }
  const entry: RefundEntry = known ?? {
    operation_id: randomUUID(),
    amount_tiyin: input.amount_tiyin,
    state: "asked",
  }
  await note(context, row, input, entry)
  const result = await ask(context, row, { entry, isRepeated: !!known, cart: cart?.cart })
  if (result.kind !== "unknown") {
    const reason = result.kind === "refused" ? result.reason : undefined
    await note(context, row, input, { ...entry, state: result.kind, reason })
  }
  return result
}

type Asking = { entry: RefundEntry; isRepeated: boolean; cart?: Cart }

async function ask(
  { client }: CheckoutContext,
  { external_id, details }: TransactionView,
  { entry, isRepeated, cart }: Asking
): Promise<CheckoutRefundResult> {
  try {
    await client.refund(external_id, entry.amount_tiyin, entry.operation_id, cart)
    return { kind: "done" }
  } catch (error) {
    if (!(error instanceof UzumCheckoutRefusal)) {
      return unknown(wordsOf(error))
    }
    const isFirst = !isRepeated && error.code !== CHECKOUT_ERROR.OPERATION_EXISTS
    return isFirst ? refused(error.message) : look(client, external_id, { entry, details, error })
  }
}

type Refused = { entry: RefundEntry; details: TransactionView["details"]; error: UzumCheckoutRefusal }

/** A refusal of what was asked for before may mean that it has been done: the order is looked at (section 3.4). */
async function look(
  client: UzumCheckoutClient,
  orderId: string,
  { entry, details, error }: Refused
): Promise<CheckoutRefundResult> {
  try {
    const order = await client.getOrderStatus(orderId)
    const outcome = provenOutcome(
      order,
      entry,
      Object.values(entriesOf(details)),
      IN_DISPUTE.includes(error.code)
    )
    if (outcome === "done") {
      return { kind: "done" }
    }
    return outcome === "failed"
      ? refused(`Uzum Checkout has not carried the refund out. ${error.message}`)
      : unknown(`Uzum Checkout does not say how the refund ended. ${error.message}`)
  } catch (failure) {
    return unknown(failure instanceof UzumCheckoutRefusal ? failure.message : wordsOf(failure))
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

async function note(
  { gateway }: CheckoutContext,
  row: TransactionView,
  input: CheckoutRefund,
  entry: RefundEntry
) {
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

function unknown(reason: string): CheckoutRefundResult {
  return { kind: "unknown", reason }
}

function refused(reason: string): CheckoutRefundResult {
  return { kind: "refused", reason }
}

function wordsOf(error: unknown): string {
  return error instanceof UzumCheckoutUnknown ? error.message : "an error of ours; see the log"
}

import { generateEntityId } from "@medusajs/framework/utils"
import { isUniqueViolation } from "../../../lib/sql"
import { Decision, GatewayView, TransactionView } from "../../../modules/gateway/types"
import {
  accountReference,
  createAnswer,
  createParams,
  CreateParams,
  decideCreate,
  decideReplayOfCreate,
  expiry,
  PAYME_ERROR,
  PaymeErrorCode,
} from "../../../providers/payme/protocol"
import { busyCode, factsOf, isExpiredRow, PaymeContext, recordOf, referenceOf, refusal } from "../context"
import { isChangedByHand } from "../../gateway/context"

/**
 * CreateTransaction (Merchant API 2.4): stores the transaction and keeps the order for it. Five statements: the
 * payable's row is locked, everything about it is read, one row is written. A replay answers from the stored row.
 */
export async function create(params: unknown, context: PaymeContext) {
  const call = createParams(params)
  const { provider_id, account_field } = context.cashbox
  const reference = accountReference(call.account, account_field)
  const changed = await isChangedByHand(context.container, reference)
  const key = { provider_id, external_id: call.id }
  const decide = (view: GatewayView) => decideOn(view, call, context, changed)
  const outcome = await retryOnClash(() => context.gateway.decide({ ...key, reference }, decide))
  if ("refuse" in outcome) {
    throw refusal(outcome.refuse, context)
  }
  return outcome.answer
}

/** Two payables can race for one transaction id; the loser looks again and finds the winner's row. */
async function retryOnClash<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!isUniqueViolation(error)) {
      throw error
    }
    return run()
  }
}

type Answered = { refuse: PaymeErrorCode } | { answer: Record<string, unknown> }

function decideOn(
  view: GatewayView,
  call: CreateParams,
  context: PaymeContext,
  changed: boolean
): Decision<Answered> {
  if (view.own) {
    return replay(view.own, view, call, context.now)
  }
  const { payable, others } = view
  const facts = payable && factsOf(payable, others, { now: context.now, isChangedByHand: changed })
  const decision = decideCreate(
    facts,
    { amount: call.amount, time: call.time },
    context.now,
    busyCode(context)
  )
  if (decision.kind === "refuse") {
    return { answer: { refuse: decision.code } }
  }
  const insert = {
    id: generateEntityId(undefined, "gtx"),
    external_id: call.id,
    amount_tiyin: call.amount,
    account: call.account,
    provider_time: call.time,
    create_time: context.now,
  }
  return {
    // A transaction that died of age frees the payable for this one in the same transaction.
    updates: others.filter((row) => isExpiredRow(row, context.now)).map((row) => expired(row, context.now)),
    insert,
    answer: { answer: { create_time: context.now, transaction: referenceOf(insert), state: 1 } },
  }
}

function replay(
  own: TransactionView,
  view: GatewayView,
  call: CreateParams,
  now: number
): Decision<Answered> {
  const sameAccount = view.payable?.id === own.payable_id
  const decision = decideReplayOfCreate(recordOf(own), { amount: call.amount, sameAccount }, now)
  switch (decision.kind) {
    case "answer":
      return { answer: { answer: createAnswer(recordOf(own), referenceOf(own)) } }
    case "refuse":
      return { answer: { refuse: decision.code } }
    case "transition":
      return { updates: [expired(own, now)], answer: { refuse: decision.then ?? PAYME_ERROR.NOT_POSSIBLE } }
  }
}

function expired(row: TransactionView, now: number) {
  const { to, at, reason } = expiry(now)
  return { id: row.id, set: { state: to, cancel_time: at, reason } }
}

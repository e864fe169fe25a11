import { generateEntityId } from "@medusajs/framework/utils"
import { isUniqueViolation } from "../../../lib/sql"
import { Decision, GatewayView, NewTransaction } from "../../../modules/gateway/types"
import {
  accountReference,
  createAnswer,
  decideCreate,
  storableAccount,
  UzumError,
  UzumErrorCode,
  UzumRequest,
} from "../../../providers/uzum/protocol"
import { isChangedByHand } from "../../gateway/context"
import { endOf, isDead, orderOf, recordOf, UzumContext } from "../context"

/**
 * `/create`: stores the transaction and keeps the order for it. A transaction id that is known already is refused,
 * whatever else the call says: a lost answer is made up for by `/status`.
 */
export async function create(call: UzumRequest, context: UzumContext) {
  const { gateway, service, container } = context
  const reference = accountReference(call.params, service.account_field)
  const changed = reference !== "" && (await isChangedByHand(container, reference))
  const key = { provider_id: service.provider_id, external_id: call.transId, reference }
  const decide = () => gateway.decide(key, (view) => decideOn(view, call, context, changed))
  const outcome = await retryOnClash(decide)
  if ("refuse" in outcome) {
    throw new UzumError(outcome.refuse)
  }
  return createAnswer(call.serviceId, outcome.record)
}

/** Two orders can race for one transaction id; the loser looks again and finds the winner's row. */
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

type Outcome = { refuse: UzumErrorCode } | { record: ReturnType<typeof recordOf> }

function decideOn(
  { own, payable, others }: GatewayView,
  call: UzumRequest,
  { now, options }: UzumContext,
  changed: boolean
): Decision<Outcome> {
  const order = payable && orderOf(payable, others, { now, isChangedByHand: changed })
  const decision = decideCreate(own && recordOf(own), order, call.amount, options.busy_code)
  if (decision.kind === "refuse") {
    return { answer: { refuse: decision.code } }
  }
  const insert = newTransaction(call, now)
  const record = {
    trans_id: call.transId,
    amount_tiyin: insert.amount_tiyin,
    state: "CREATED" as const,
    trans_time: now,
    confirm_time: null,
    reverse_time: null,
  }
  // Transactions that died of age give way in the same database transaction.
  const dead = others.filter((row) => isDead(row, now))
  const updates = dead.map((row) => ({
    id: row.id,
    set: endOf(row, { kind: "transition", to: "FAILED", at: now }),
  }))
  return { updates, insert, answer: { record } }
}

function newTransaction(call: UzumRequest, now: number): NewTransaction {
  const sent = Number(call.timestamp)
  return {
    id: generateEntityId(undefined, "gtx"),
    external_id: call.transId,
    amount_tiyin: Number(call.amount),
    account: storableAccount(call.params),
    provider_time: Number.isSafeInteger(sent) && sent > 0 ? sent : now,
    create_time: now,
  }
}

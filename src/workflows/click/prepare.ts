import { generateEntityId } from "@medusajs/framework/utils"
import { PayableView } from "../../modules/gateway/types"
import { CLICK_ERROR, ClickCall, decidePrepare, PrepareDecision } from "../../providers/click/protocol"
import { isChangedByHand } from "../gateway/context"
import { ClickContext, ClickOutcome, factsOf, recordOf } from "./context"

/**
 * Prepare (Click SHOP API 2.1): may this order be paid with this amount? It locks nothing, because several attempts may
 * be prepared at once: which of them pays is decided by Complete. Three statements: the payable with its transactions,
 * changes made by hand, and the new row.
 */
export async function prepare(call: ClickCall, context: ClickContext): Promise<ClickOutcome> {
  const { gateway, provider_id, now } = context
  const reference = call.merchant_trans_id
  const view = await gateway.viewByReference({ provider_id, reference })
  if (!view) {
    return outcomeOf(decidePrepare(call, null, null))
  }
  const { payable, transactions } = view
  const changed = payable.status === "open" && (await isChangedByHand(context.container, reference))
  const facts = factsOf(payable, transactions, { isChangedByHand: changed, now })
  const known = transactions.find(
    (row) => row.provider_id === provider_id && row.external_id === call.click_trans_id
  )
  const decision = decidePrepare(call, facts, known ? recordOf(known, payable) : null)
  if (decision.kind !== "insert") {
    return outcomeOf(decision)
  }
  const prepareId = await gateway.addAttempt(newAttempt(call, payable, context))
  if (prepareId !== null) {
    return { id: prepareId, code: CLICK_ERROR.SUCCESS }
  }
  // The same call in parallel was faster, or the attempt belongs to another order.
  const winner = await gateway.findTransaction({ provider_id, external_id: call.click_trans_id })
  return outcomeOf(decidePrepare(call, facts, winner && recordOf(winner, payable)))
}

function newAttempt(call: ClickCall, payable: PayableView, { provider_id, now }: ClickContext) {
  return {
    id: generateEntityId(undefined, "gtx"),
    provider_id,
    payable_id: payable.id,
    external_id: call.click_trans_id,
    amount_tiyin: payable.amount_tiyin,
    account: { merchant_trans_id: call.merchant_trans_id },
    // `sign_time` has no zone and is opaque text; our own clock orders attempts.
    provider_time: now,
    create_time: now,
    details: {
      click_paydoc_id: call.click_paydoc_id,
      service_id: call.service_id,
      sign_time: call.sign_time,
    },
  }
}

function outcomeOf(decision: PrepareDecision): ClickOutcome {
  switch (decision.kind) {
    case "repeat":
      return { id: decision.prepare_id, code: CLICK_ERROR.SUCCESS }
    case "refuse":
      return { id: null, code: decision.code }
    case "insert":
      // Only when the row that stood in the way is gone by now; Click asks again.
      return { id: null, code: CLICK_ERROR.NOT_STORED }
  }
}

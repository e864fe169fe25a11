import {
  accountReference,
  checkAnswer,
  decideCheck,
  UzumError,
  UzumRequest,
} from "../../../providers/uzum/protocol"
import { isChangedByHand } from "../../gateway/context"
import { orderOf, UzumContext } from "../context"

/** `/check`: may this order be paid? Two statements, nothing is written. */
export async function check({ params, serviceId }: UzumRequest, context: UzumContext) {
  const { gateway, service, container, now } = context
  const reference = accountReference(params, service.account_field)
  const view = reference
    ? await gateway.viewByReference({ provider_id: service.provider_id, reference })
    : null
  const order =
    view &&
    orderOf(view.payable, view.transactions, {
      now,
      isChangedByHand: await isChangedByHand(container, reference),
    })
  const decision = decideCheck(order)
  if (decision.kind === "refuse") {
    throw new UzumError(decision.code)
  }
  return checkAnswer(serviceId, now)
}

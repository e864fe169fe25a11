import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  decideStatus,
  statusAnswer,
  UZUM_ERROR,
  UzumError,
  UzumRequest,
} from "../../../providers/uzum/protocol"
import { finishPerform, underPaymentLock } from "../../gateway/settle"
import { loggable } from "../../gateway/loggable"
import { isPerforming, recordOf, UzumContext } from "../context"
import { failExpired } from "../sweep"

/**
 * `/status`: the retry path of a lost answer, so it is right at any instant. A payment that a crash interrupted is
 * finished here, because Uzum asks at most ten times; a transaction that waited too long fails here.
 */
export async function status(call: UzumRequest, context: UzumContext) {
  const { gateway, service, now } = context
  const key = { provider_id: service.provider_id, external_id: call.transId }
  const found = await gateway.findTransaction(key)
  const row = found && isPerforming(found) ? await finished(key, context) : found
  // While its books are being written a payment is not confirmed yet, and no age makes it fail.
  const decision = row && isPerforming(row) ? { kind: "answer" } : decideStatus(row && recordOf(row), now)
  if (decision.kind === "transition") {
    await failExpired(gateway, key, now)
  }
  if (decision.kind !== "answer" || !row) {
    throw new UzumError(UZUM_ERROR.TRANSACTION_NOT_FOUND)
  }
  return statusAnswer(call.serviceId, recordOf(row))
}

/** Waits for the call that writes the books, or writes them in its place; when that fails, the payment still waits. */
async function finished(key: { provider_id: string; external_id: string }, context: UzumContext) {
  const { gateway, container, now } = context
  try {
    await underPaymentLock(container, key.external_id, async () => {
      const row = await gateway.findTransaction(key)
      if (row && isPerforming(row)) {
        await finishPerform(container, row, now)
      }
    })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`payment ${key.external_id} is still unfinished; the job tries again`, loggable(error))
  }
  return gateway.findTransaction(key)
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { RefundErrors } from "../../modules/order-group/errors"
import { OrderGroupEvents } from "../../modules/order-group/events"
import { NewRefund, RefundView } from "../../modules/order-group/lib/refund-rows"
import OrderGroupModuleService from "../../modules/order-group/service"
import { askProvider } from "./channels"
import { finishRefund } from "./finish"

/** A provider that has not said for this long what became of a refund needs a person to look. */
const UNKNOWN_ALERT_MS = 10 * 60_000

const groupsOf = (container: MedusaContainer) =>
  container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)

/**
 * Refunds a company's paid order, whole or in part. First the refund is written down, which nobody can do for more than
 * was paid; then the provider is asked, or the refund is due by hand; a success is booked everywhere.
 * @returns the refund as it stands: succeeded, due, or processing while the provider's answer is unknown
 * @throws {MedusaError} the refusals of `planRefund`; REFUND_REFUSED with the provider's reason, and nothing has changed
 */
export async function refundOrder(container: MedusaContainer, input: NewRefund): Promise<RefundView> {
  const { refund, isNew } = await groupsOf(container).requestRefund(input)
  if (!isNew) {
    return refund
  }
  const pursued = await pursueRefund(container, refund.id)
  if (pursued.status === "failed") {
    throw RefundErrors.refused(pursued.error ?? "")
  }
  return pursued
}

/** Goes on with a refund from wherever it stands; one at a time, and repeating it changes nothing. */
export function pursueRefund(container: MedusaContainer, id: string): Promise<RefundView> {
  const work = async () => {
    const [refund] = await groupsOf(container).findRefunds({ id })
    if (refund.status === "processing") {
      await ask(container, refund)
    }
    const [answered] = await groupsOf(container).findRefunds({ id })
    return answered.status === "succeeded" ? finishRefund(container, id) : answered
  }
  return container.resolve(Modules.LOCKING).execute(`refund:${id}`, work, { timeout: 120 })
}

async function ask(container: MedusaContainer, refund: RefundView): Promise<void> {
  const groups = groupsOf(container)
  const from: ["processing"] = ["processing"]
  const outcome = await askProvider(container, refund)
  switch (outcome.kind) {
    case "done":
      await groups.moveRefund(refund.id, { from, to: "succeeded", method: "api" })
      return
    case "refused":
      await groups.moveRefund(refund.id, { from, to: "failed", error: outcome.reason })
      return
    case "by-hand":
      await groups.moveRefund(refund.id, { from, to: "due", method: "hand" })
      await tellDue(container, refund)
      return
    case "unknown":
      await groups.moveRefund(refund.id, { from, to: "processing", error: outcome.reason })
      await alertWhenOld(container, refund, outcome.reason)
  }
}

async function tellDue(container: MedusaContainer, refund: RefundView): Promise<void> {
  const { id, company_order_id, order_id, company_id } = refund
  await container
    .resolve(Modules.EVENT_BUS)
    .emit({ name: OrderGroupEvents.REFUND_DUE, data: { id, company_order_id, order_id, company_id } })
}

async function alertWhenOld(container: MedusaContainer, refund: RefundView, reason: string): Promise<void> {
  if (Date.now() - new Date(refund.created_at).getTime() > UNKNOWN_ALERT_MS) {
    await container.resolve<GatewayModuleService>(GATEWAY_MODULE).raiseAlert({
      kind: "refund_unknown",
      provider_id: refund.provider_id,
      reference: refund.id,
      data: { order_id: refund.order_id, amount: refund.amount, reason },
    })
  }
}

/**
 * An operator has given the money back by hand, and shows what proves it.
 * @throws {MedusaError} REFUND_NOT_DUE
 */
export async function completeRefundByHand(
  container: MedusaContainer,
  input: { id: string; proof: string }
): Promise<RefundView> {
  const groups = groupsOf(container)
  const isMoved = await groups.moveRefund(input.id, {
    from: ["due"],
    to: "succeeded",
    method: "hand",
    proof: input.proof,
  })
  const [refund] = await groups.findRefunds({ id: input.id })
  if (!isMoved && !(refund?.status === "succeeded" && refund.proof === input.proof)) {
    throw RefundErrors.notDue()
  }
  return pursueRefund(container, input.id)
}

/**
 * A refund that was due by hand will not be made after all; its amount can be asked for again.
 * @throws {MedusaError} REFUND_NOT_DUE
 */
export async function giveUpRefund(container: MedusaContainer, input: { id: string; reason: string }) {
  const groups = groupsOf(container)
  if (!(await groups.moveRefund(input.id, { from: ["due"], to: "failed", error: input.reason }))) {
    throw RefundErrors.notDue()
  }
  return (await groups.findRefunds({ id: input.id }))[0]
}

/** Goes on with refunds that a crash, or a provider that did not answer, left in the middle. Runs from a job. */
export async function resumeRefunds(container: MedusaContainer, before: Date): Promise<number> {
  let finished = 0
  for (const { id } of await groupsOf(container).findRefunds({ unfinished_before: before })) {
    try {
      const { status } = await pursueRefund(container, id)
      finished += status === "processing" ? 0 : 1
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`refund ${id} is still unfinished; the next run tries again`, error as Error)
    }
  }
  return finished
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { OrderGroupEvents } from "../../modules/order-group/events"
import { RefundView } from "../../modules/order-group/lib/refund-rows"
import OrderGroupModuleService from "../../modules/order-group/service"
import { askProvider, Outcome } from "./channels"
import { finishRefund } from "./finish"

/** A provider that has not said for this long what became of a refund needs a person to look. */
const UNKNOWN_ALERT_MS = 10 * 60_000

const groupsOf = (container: MedusaContainer) =>
  container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)

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
  const outcome = await askProvider(container, refund).catch((error: Error): Outcome => {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`refund ${refund.id} is asked again later`, error)
    return { kind: "unknown", reason: "an error of ours; see the log" }
  })
  switch (outcome.kind) {
    case "done":
      await groups.moveRefund(refund.id, { from, to: "succeeded", method: "api" })
      return
    case "refused":
      await groups.moveRefund(refund.id, { from, to: "failed", error: outcome.reason })
      if (refund.error !== null) {
        // Whoever asked for it was told that it is being worked on.
        await raiseAlert(container, refund, outcome.reason)
      }
      return
    case "by-hand":
      if (await groups.moveRefund(refund.id, { from, to: "due", method: "hand" })) {
        await tellDue(container, refund)
      }
      return
    case "unknown":
      await groups.moveRefund(refund.id, { from, to: "processing", error: outcome.reason })
      if (Date.now() - new Date(refund.created_at).getTime() > UNKNOWN_ALERT_MS) {
        await raiseAlert(container, refund, outcome.reason)
      }
  }
}

async function tellDue(container: MedusaContainer, refund: RefundView): Promise<void> {
  const { id, company_order_id, order_id, company_id } = refund
  await container
    .resolve(Modules.EVENT_BUS)
    .emit({ name: OrderGroupEvents.REFUND_DUE, data: { id, company_order_id, order_id, company_id } })
}

async function raiseAlert(container: MedusaContainer, refund: RefundView, reason: string): Promise<void> {
  await container.resolve<GatewayModuleService>(GATEWAY_MODULE).raiseAlert({
    kind: "refund_unknown",
    provider_id: refund.provider_id,
    reference: refund.id,
    data: { order_id: refund.order_id, amount: refund.amount, reason },
  })
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

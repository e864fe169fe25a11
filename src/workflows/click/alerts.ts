import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { ClickApiError } from "../../providers/click/errors"
import { reverseOnce } from "../../providers/click/reverse-once"
import { loggable } from "../gateway/loggable"
import { clickOptions, findClickPayment, merchantApiOf } from "./payment"

type Alert = {
  id: string
  kind: "double_payment" | "late_payment" | "cancel_after_confirm"
  provider_id: string
  payable_id: string
  transaction_id: string
  reference: string
  click_paydoc_id: string
  /** Click was asked to give this money back, and may have done it. */
  is_asked: boolean
}

/** What became of an alert: settled for good, left to people with a note, or to be asked about again. */
type Verdict = { kind: "resolved" | "left"; note: string } | { kind: "again" }

/** Click gets this long to return a refused debit by itself. */
const PATIENCE_MS = 60_000

/**
 * Does what the Merchant API can do about Click's alerts (2.5, 2.6): a debit that we refused is taken back when Click still
 * counts it as paid, and a cancellation that proves nothing is compared with the payment's real status. Runs from a job;
 * may be repeated and interrupted anywhere. Without the Merchant API alerts wait for a person.
 * @returns how many alerts got their verdict
 */
export async function settleClickAlerts(container: MedusaContainer, now: number): Promise<number> {
  return container
    .resolve(Modules.LOCKING)
    .execute("click-alerts", () => settleAll(container, now), { timeout: 60 })
}

async function settleAll(container: MedusaContainer, now: number): Promise<number> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let settled = 0
  for (const alert of await openAlerts(container, now - PATIENCE_MS)) {
    try {
      const verdict = await judge(container, alert)
      settled += verdict.kind === "again" ? 0 : 1
      await write(container, alert, verdict)
    } catch (error) {
      logger.error(`alert ${alert.id} of Click is left for the next run`, loggable(error))
    }
  }
  return settled
}

async function judge(container: MedusaContainer, alert: Alert): Promise<Verdict> {
  const api = merchantApiOf(clickOptions(container), alert.provider_id)
  if (!api) {
    return { kind: "again" }
  }
  if (alert.kind !== "cancel_after_confirm") {
    if (await paysAnOrder(container, alert)) {
      return { kind: "left", note: "this very payment pays the order: nothing is to be given back by itself" }
    }
    const outcome = await reverseOnce(api, alert.click_paydoc_id, {
      was_asked: alert.is_asked,
      beforeAsking: () => noteAsked(container, alert),
    })
    if (outcome.kind === "done") {
      return { kind: "resolved", note: "Click has given the money back" }
    }
    return outcome.kind === "refused" ? { kind: "left", note: outcome.reason } : { kind: "again" }
  }
  try {
    const status = await api.paymentStatus(alert.click_paydoc_id)
    return status < 0 ? await goneAtClick(container, alert) : stands(status)
  } catch (error) {
    if (error instanceof ClickApiError) {
      return error.kind === "refused" ? { kind: "left", note: error.message } : { kind: "again" }
    }
    throw error
  }
}

/** The last look before money goes back: never that which an order counts as paid. */
async function paysAnOrder(container: MedusaContainer, alert: Alert): Promise<boolean> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from gateway_transaction
      where payable_id = ? and provider_id = ? and details ->> 'click_paydoc_id' = ?
        and (state = 2 or (state = 1 and performing_at is not null)) and deleted_at is null limit 1`,
    [alert.payable_id, alert.provider_id, alert.click_paydoc_id]
  )
  return rows.length > 0
}

function stands(status: number): Verdict {
  return status === 2 ? { kind: "resolved", note: "the payment stands at Click" } : { kind: "again" }
}

/** Click has given back what the order counts as paid; whether to cancel the order is for people to say. */
async function goneAtClick(container: MedusaContainer, alert: Alert): Promise<Verdict> {
  const { provider_id, payable_id, transaction_id, reference, click_paydoc_id } = alert
  const payment = await findClickPayment(container, transaction_id)
  if (payment?.state !== 2) {
    return { kind: "resolved", note: "the market has given the money back itself" }
  }
  await container.resolve<GatewayModuleService>(GATEWAY_MODULE).raiseAlert({
    kind: "refund_at_provider",
    provider_id,
    payable_id,
    transaction_id,
    reference,
    data: { click_paydoc_id },
  })
  return { kind: "resolved", note: "the payment is gone at Click: see refund_at_provider" }
}

/** Unresolved alerts that no verdict has been written for, oldest first. */
async function openAlerts(container: MedusaContainer, raisedBefore: number): Promise<Alert[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Alert[] }>(
    `select id, kind, provider_id, payable_id, transaction_id, reference, data ->> 'click_paydoc_id' as click_paydoc_id,
            data ->> 'asked_at' is not null as is_asked
       from gateway_alert
      where resolved_at is null and created_at < to_timestamp(?::double precision / 1000)
        and provider_id like 'pp\\_click\\_%' and data ->> 'click_paydoc_id' is not null
        and kind in ('double_payment', 'late_payment', 'cancel_after_confirm')
        and data ->> 'verdict' is null and deleted_at is null
      order by created_at limit 50`,
    [raisedBefore]
  )
  return rows
}

async function noteAsked(container: MedusaContainer, { id }: Alert): Promise<void> {
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(
      `update gateway_alert set data = data || jsonb_build_object('asked_at', ?::bigint), updated_at = now() where id = ?`,
      [Date.now(), id]
    )
}

async function write(container: MedusaContainer, alert: Alert, verdict: Verdict): Promise<void> {
  if (verdict.kind === "again") {
    return
  }
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `update gateway_alert set data = data || jsonb_build_object('verdict', ?::text),
            resolved_at = case when ? then now() end, resolution = case when ? then ?::text end, updated_at = now()
      where id = ? and resolved_at is null`,
    [verdict.note, verdict.kind === "resolved", verdict.kind === "resolved", verdict.note, alert.id]
  )
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { ClickMerchantApi } from "../../providers/click/client"
import { ClickApiError } from "../../providers/click/errors"
import { clickFiscal, ClickFiscalBody } from "../../providers/click/protocol"
import { clickFiscalLines, FiscalOrderRow } from "./fiscal-lines"
import { clickOptions, ClickPayment, findClickPayment, merchantApiOf } from "./payment"

export type FiscalOutcome =
  { kind: "sent"; data: Record<string, unknown> } | { kind: "not_sent"; reason: string; retry: boolean }

/**
 * Sends the fiscal items of a confirmed payment to Click (3.4), for the receipts' retry queue. Click documents no
 * idempotency, so it is asked first whether it has the receipt already.
 * @returns `retry` only when asking again later can help; otherwise the reason says what somebody has to fill in
 */
export async function submitFiscal(
  container: MedusaContainer,
  { transaction_id }: { transaction_id: string }
): Promise<FiscalOutcome> {
  const job = () => submitOnce(container, transaction_id)
  return container.resolve(Modules.LOCKING).execute(`click-fiscal:${transaction_id}`, job, { timeout: 60 })
}

async function submitOnce(container: MedusaContainer, transaction_id: string): Promise<FiscalOutcome> {
  const payment = await findClickPayment(container, transaction_id)
  if (!payment?.is_confirmed) {
    return { kind: "not_sent", reason: "this is no confirmed payment of Click", retry: false }
  }
  const api = merchantApiOf(clickOptions(container), payment.provider_id)
  if (!api) {
    return { kind: "not_sent", reason: "Click's Merchant API is not configured", retry: false }
  }
  try {
    const outcome = await submit(container, api, payment)
    if (outcome.kind === "sent") {
      await save(container, payment, outcome.data)
    }
    return outcome
  } catch (error) {
    return notSent(error)
  }
}

async function submit(
  container: MedusaContainer,
  api: ClickMerchantApi,
  payment: ClickPayment
): Promise<FiscalOutcome> {
  const known = await api.fiscalData(payment.click_paydoc_id)
  // Items that Click took stay taken while the tax committee has given no address yet.
  if (known || payment.fiscal?.items) {
    return { kind: "sent", data: { ...payment.fiscal, qr_code_url: known } }
  }
  const fiscal = clickFiscal(await linesOf(container, payment), payment.amount_tiyin)
  if ("missing" in fiscal) {
    return { kind: "not_sent", reason: `Fill in first — ${fiscal.missing.join("; ")}`, retry: false }
  }
  await api.submitItems(payment.click_paydoc_id, fiscal.body)
  return {
    kind: "sent",
    data: {
      qr_code_url: await addressOf(api, payment),
      items: fiscal.body.items.length,
      vat_tiyin: vatOf(fiscal.body),
    },
  }
}

/** The receipt's address, when the tax committee has given one already; the items are sent either way. */
async function addressOf(api: ClickMerchantApi, { click_paydoc_id }: ClickPayment): Promise<string | null> {
  return api.fiscalData(click_paydoc_id).catch(() => null)
}

function vatOf({ items }: ClickFiscalBody): number {
  return items.reduce((sum, { VAT }) => sum + VAT, 0)
}

function save(
  container: MedusaContainer,
  { provider_id, external_id }: ClickPayment,
  data: Record<string, unknown>
) {
  return container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .saveFiscal({ provider_id, external_id, type: "PERFORM", data })
}

function notSent(error: unknown): FiscalOutcome {
  if (error instanceof ClickApiError) {
    return { kind: "not_sent", reason: error.message, retry: error.kind === "unavailable" }
  }
  if (error instanceof RangeError) {
    return { kind: "not_sent", reason: error.message, retry: false }
  }
  throw error
}

/** The frozen lines of every order that the payment paid, each under the tax number of its company. */
async function linesOf(container: MedusaContainer, { order_group_id }: ClickPayment) {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ facts: FiscalOrderRow }> }>(
      `select jsonb_build_object('tax_id', k.tax_id, 'is_vat_payer', k.is_vat_payer, 'shipping_paid', c.shipping_paid::text,
              'lines', (select coalesce(jsonb_agg(jsonb_build_object('title', l.title, 'quantity', l.quantity::text,
                         'unit_price', l.unit_price::text, 'total', l.total::text, 'ikpu', l.ikpu,
                         'package_code', l.package_code, 'vat_percent', l.vat_percent::text) order by l.id), '[]')
                          from company_order_line l where l.company_order_id = c.id and l.deleted_at is null)) as facts
         from company_order c join company k on k.id = c.company_id
        where c.group_id = ? and c.deleted_at is null order by c.rank`,
      [order_group_id]
    )
  const { shipping_ikpu, shipping_package_code } =
    container.resolve<GatewayModuleService>(GATEWAY_MODULE).options.payme
  return rows.flatMap(({ facts }) =>
    clickFiscalLines(facts, { ikpu: shipping_ikpu, package_code: shipping_package_code })
  )
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { ClickOptions } from "../../lib/options"
import { clickProviderId } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { TransactionState } from "../../modules/gateway/types"
import { ClickMerchantApi } from "../../providers/click/client"

/** A payment of Click as the Merchant API needs it. */
export type ClickPayment = {
  id: string
  provider_id: string
  external_id: string
  order_group_id: string
  amount_tiyin: number
  state: TransactionState
  /** Also while the shop's side of it is still being booked. */
  is_confirmed: boolean
  /** Milliseconds since 1970, 0 while it is not confirmed. */
  perform_time: number
  /** `payment_id` of the Merchant API, digit by digit. */
  click_paydoc_id: string
  /** Click was asked to take it back, and may have done it. */
  is_reversal_asked: boolean
  /** What was kept of the fiscal receipt. */
  fiscal: Record<string, unknown> | null
}

/** A transaction of Click by its id; null when there is none. One statement. */
export async function findClickPayment(
  container: MedusaContainer,
  transactionId: string
): Promise<ClickPayment | null> {
  assertId(transactionId, "transaction id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ payment: ClickPayment }> }>(
      `select jsonb_build_object('id', t.id, 'provider_id', t.provider_id, 'external_id', t.external_id,
              'order_group_id', p.order_group_id, 'amount_tiyin', t.amount_tiyin, 'state', t.state,
              'is_confirmed', t.state = 2 or (t.state = 1 and t.performing_at is not null),
              'perform_time', t.perform_time, 'click_paydoc_id', t.details ->> 'click_paydoc_id',
              'is_reversal_asked', t.details ->> 'reversal_asked_at' is not null, 'fiscal', t.fiscal_perform) as payment
         from gateway_transaction t join gateway_payable p on p.id = t.payable_id
        where t.id = ? and t.provider_id like 'pp\\_click\\_%' and t.deleted_at is null`,
      [transactionId]
    )
  return rows[0]?.payment ?? null
}

/** The Merchant API of a service; null when it is not configured. */
export function merchantApiOf(options: ClickOptions, providerId: string): ClickMerchantApi | null {
  const service = options.services.find(({ id }) => clickProviderId(id) === providerId)
  if (!service?.merchant_user_id) {
    return null
  }
  return new ClickMerchantApi({
    api_url: options.api_url,
    service_id: service.service_id,
    merchant_user_id: service.merchant_user_id,
    merchant_api_key: service.merchant_api_key ?? service.secret_key,
  })
}

export function clickOptions(container: MedusaContainer): ClickOptions {
  return container.resolve<GatewayModuleService>(GATEWAY_MODULE).options.click
}

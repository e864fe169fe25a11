import { FiscalFacts } from "../../../lib/fiscal"
import {
  accountReference,
  checkPerformParams,
  decideCheckPerform,
  fiscalDetail,
  PAYME_ERROR,
} from "../../../providers/payme/protocol"
import { busyCode, factsOf, PaymeContext, refusal } from "../context"
import { isChangedByHand } from "../../gateway/context"

/** CheckPerformTransaction (Merchant API 2.3): may this account pay this amount? Two statements. */
export async function checkPerform(params: unknown, context: PaymeContext) {
  const { amount, account } = checkPerformParams(params)
  const { provider_id, account_field } = context.cashbox
  const reference = accountReference(account, account_field)
  const view = await context.gateway.viewByReference({ provider_id, reference })
  if (!view) {
    throw refusal(PAYME_ERROR.ORDER_NOT_FOUND, context)
  }
  const changed = await isChangedByHand(context.container, reference)
  const facts = factsOf(view.payable, view.transactions, { now: context.now, isChangedByHand: changed })
  const decision = decideCheckPerform(facts, { amount }, busyCode(context))
  if (decision.kind === "refuse") {
    throw refusal(decision.code, context)
  }
  const detail = detailOf(view.payable.fiscal, view.payable.amount_tiyin, context)
  return { allow: true, ...(detail ? { detail } : {}) }
}

/**
 * The fiscal detail of a receipt, frozen when the order was made. Goods without an IKPU or package code leave it out or
 * refuse the payment, as the setting says; a code is never invented.
 */
export function detailOf(fiscal: FiscalFacts | null, amount_tiyin: number, context: PaymeContext) {
  if (!fiscal) {
    return null
  }
  const { shipping_ikpu, shipping_package_code } = context.options
  const isShippingLine = fiscal.shipping && shipping_ikpu && shipping_package_code
  const shippingLine = isShippingLine
    ? [
        {
          title: fiscal.shipping!.title,
          unit_price_tiyin: fiscal.shipping!.price_tiyin,
          quantity: 1,
          discount_tiyin: 0,
          ikpu: shipping_ikpu,
          package_code: shipping_package_code,
          vat_percent: 0,
        },
      ]
    : []
  const result = fiscalDetail({
    lines: [...fiscal.lines, ...shippingLine],
    shipping: isShippingLine || !fiscal.shipping ? undefined : fiscal.shipping,
    amount_tiyin,
  })
  if ("detail" in result) {
    return result.detail
  }
  if (context.options.fiscal === "refuse") {
    throw refusal(PAYME_ERROR.ORDER_UNAVAILABLE, context)
  }
  return null
}

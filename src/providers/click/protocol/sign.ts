import { createHash, timingSafeEqual } from "node:crypto"
import { ClickAction, ClickCall } from "./call"

type Signed = Pick<
  ClickCall,
  "click_trans_id" | "service_id" | "merchant_trans_id" | "amount" | "action" | "sign_time"
>

/** Signature of a Prepare (Click SHOP API 1.5) over the raw values: never with a prepare id. */
export function prepareSign(call: Signed, secret: string): string {
  const { click_trans_id, service_id, merchant_trans_id, amount, action, sign_time } = call
  return md5([click_trans_id, service_id, secret, merchant_trans_id, amount, action, sign_time])
}

/** Signature of a Complete (Click SHOP API 1.5) over the raw values. */
export function completeSign(call: Signed & Pick<ClickCall, "merchant_prepare_id">, secret: string): string {
  const { click_trans_id, service_id, merchant_trans_id, merchant_prepare_id, amount, action, sign_time } =
    call
  return md5([
    click_trans_id,
    service_id,
    secret,
    merchant_trans_id,
    merchant_prepare_id,
    amount,
    action,
    sign_time,
  ])
}

/**
 * Whether a call was signed with the secret of its service: in constant time, in either case of letters (C-43).
 * The signature covers neither `error` nor `click_paydoc_id`.
 */
export function isSigned(action: ClickAction, call: ClickCall, secret: string): boolean {
  const expected = action === "prepare" ? prepareSign(call, secret) : completeSign(call, secret)
  return /^[0-9a-f]{32}$/i.test(call.sign_string) && timingSafeEqual(bytes(expected), bytes(call.sign_string))
}

/**
 * Signature of a call of Click's Advanced Shop (3.6), a contract of its own that the market does not speak; kept so
 * that its vector holds.
 * @param values of `params`, in the order received
 */
export function advancedShopSign(
  call: {
    click_paydoc_id: string
    attempt_trans_id: string
    service_id: string
    action: string
    sign_time: string
  },
  values: readonly string[],
  secret: string
): string {
  const { click_paydoc_id, attempt_trans_id, service_id, action, sign_time } = call
  return md5([click_paydoc_id, attempt_trans_id, service_id, secret, ...values, action, sign_time])
}

/** The joined text holds the secret: it must not reach a log or an error, so it never leaves this function. */
function md5(parts: readonly string[]): string {
  return createHash("md5").update(parts.join(""), "utf8").digest("hex")
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, "hex")
}

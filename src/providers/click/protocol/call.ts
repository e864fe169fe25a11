import { ClickFields } from "./fields"

/** Which of the two callbacks: `action` 0 or 1. */
export type ClickAction = "prepare" | "complete"

/** A callback as received: every value is the raw text. */
export type ClickCall = {
  click_trans_id: string
  service_id: string
  /** The payment as the buyer and the Merchant API know it (`payment_id`). */
  click_paydoc_id: string
  /** Our reference, `transaction_param` of the link. */
  merchant_trans_id: string
  /** Ours, from the answer to Prepare; empty in Prepare itself. */
  merchant_prepare_id: string
  amount: string
  action: string
  /** Not signed (1.5): believed only for what it costs nothing to believe. */
  error: number
  error_note: string
  sign_time: string
  sign_string: string
}

/** Ids are bigint: at most 19 digits, no leading zero, so that they can stand in JSON as they are. */
const ID = /^(?:0|[1-9]\d{0,18})$/

const MAX_REFERENCE = 255

/** Whether a text is an id that can be echoed as a bare JSON number. */
export function isClickId(text: string | undefined): text is string {
  return text !== undefined && ID.test(text)
}

/**
 * The call that the fields describe (Click SHOP API 2.1, 2.2). Whether its amount is a number is not looked at here:
 * that is -2, and only after the signature.
 * @param route which address it came to; `action` decides when it is 0 or 1, so both may be one address (1.4)
 * @returns null for -8: a field is missing or an id is not a number
 */
export function clickCall(
  fields: ClickFields,
  route: ClickAction
): { action: ClickAction; call: ClickCall } | null {
  const text = (name: string) => fields.get(name) ?? ""
  const action = actionOf(text("action"), route)
  const required = ["merchant_trans_id", "amount", "action", "sign_time", "sign_string"]
  const ids = ["click_trans_id", "service_id", "click_paydoc_id"]
  const isWhole =
    required.every((name) => text(name) !== "") &&
    ids.every((name) => isClickId(text(name))) &&
    text("merchant_trans_id").length <= MAX_REFERENCE &&
    /^-?\d{1,9}$/.test(text("error")) &&
    (action === "prepare" || text("merchant_prepare_id") !== "")
  if (!isWhole) {
    return null
  }
  return {
    action,
    call: {
      click_trans_id: text("click_trans_id"),
      service_id: text("service_id"),
      click_paydoc_id: text("click_paydoc_id"),
      merchant_trans_id: text("merchant_trans_id"),
      merchant_prepare_id: action === "prepare" ? "" : text("merchant_prepare_id"),
      amount: text("amount"),
      action: text("action"),
      error: Number(text("error")),
      error_note: text("error_note").slice(0, MAX_REFERENCE),
      sign_time: text("sign_time"),
      sign_string: text("sign_string"),
    },
  }
}

function actionOf(text: string, route: ClickAction): ClickAction {
  if (text === "0") {
    return "prepare"
  }
  return text === "1" ? "complete" : route
}

import { amountText } from "./amount"
import { isClickId } from "./call"

export type ClickLinkInput = {
  /** e.g. `https://my.click.uz/services/pay` */
  pay_url: string
  service_id: string
  merchant_id: string
  amount_tiyin: number | bigint
  /** Our reference; comes back as `merchant_trans_id`. */
  reference: string
  merchant_user_id?: string
  /** Where the browser goes afterwards; the return is never proof of payment. */
  return_url?: string
  card_type?: "uzcard" | "humo"
}

/**
 * The link to Click's payment page (Click SHOP API 1.2). It is not signed: the buyer can change the amount, so Prepare
 * and Complete compare it again.
 * @throws {Error} naming what cannot be put into a link
 */
export function payLink(input: ClickLinkInput): string {
  if (!/^https?:\/\/[^/]/.test(input.pay_url)) {
    throw new Error(`Click's payment page must be an http(s) address, not "${input.pay_url}"`)
  }
  if (!isClickId(input.service_id) || !isClickId(input.merchant_id)) {
    throw new Error("Click's service id and merchant id are numbers")
  }
  if (input.reference.trim() === "") {
    throw new Error("the payment reference is empty")
  }
  const parameters: Array<[string, string | undefined]> = [
    ["service_id", input.service_id],
    ["merchant_id", input.merchant_id],
    ["amount", amountText(input.amount_tiyin)],
    ["transaction_param", input.reference],
    ["merchant_user_id", input.merchant_user_id],
    ["return_url", input.return_url],
    ["card_type", input.card_type],
  ]
  const query = parameters.flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
  return `${input.pay_url}?${query.join("&")}`
}

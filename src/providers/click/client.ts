import { objectText } from "./json-digits"
import { amountText, ClickFiscalBody } from "./protocol"
import { ClickTransport, MerchantAccount, Outside } from "./transport"

export type ClickMerchantSettings = MerchantAccount & {
  service_id: string
  /** Name of the reference in `card_token/payment`, where Click's own texts disagree (3.2). */
  card_reference_field?: "transaction_parameter" | "merchant_trans_id"
}

/** Below 0 failed or cancelled, 0 created, 1 processing, 2 success (3.2). */
export type ClickPaymentStatus = number

/**
 * Click's Merchant API for one service (3.2). Payment ids are text, digit by digit: they can exceed 2^53. Money comes in
 * as tiyin and goes out as sums, or as tiyin where the API wants tiyin (fiscal data).
 *
 * Every method throws `ClickApiError`: `refused` when Click said no, `unavailable` when nobody knows. `reversePayment`
 * is the bare call; `reverseOnce` is the one that may be repeated.
 */
export class ClickMerchantApi {
  private readonly transport: ClickTransport

  constructor(
    private readonly settings: ClickMerchantSettings,
    outside?: Outside
  ) {
    this.transport = new ClickTransport(settings, outside)
  }

  /** Sends the buyer an invoice in Click's app; paying it comes back as Prepare and Complete. */
  async createInvoice(input: {
    amount_tiyin: number
    phone_number: string
    reference: string
  }): Promise<string> {
    const { amount_tiyin, phone_number, reference } = input
    const body = this.body(
      { amount: amountText(amount_tiyin) },
      { phone_number, merchant_trans_id: reference }
    )
    const answer = await this.transport.call({ ...post("invoice/create"), body })
    return text(answer.invoice_id)
  }

  /** -99 deleted, 0 waiting, 1 paid. */
  async invoiceStatus(invoiceId: string): Promise<number> {
    const answer = await this.transport.call(get("invoice/status", this.settings.service_id, invoiceId))
    return Number(answer.invoice_status)
  }

  async paymentStatus(paymentId: string): Promise<ClickPaymentStatus> {
    const answer = await this.transport.call(get("payment/status", this.settings.service_id, paymentId))
    return Number(answer.payment_status)
  }

  /**
   * The payment of one of our references.
   * @param date Tashkent's calendar day of the payment, `YYYY-MM-DD`; around midnight ask for the neighbour too
   */
  async paymentOfReference(reference: string, date: string) {
    const call = get("payment/status_by_mti", this.settings.service_id, reference, date)
    const { payment_id, payment_status } = await this.transport.call(call)
    return {
      payment_id: text(payment_id),
      payment_status: payment_status === undefined ? null : Number(payment_status),
    }
  }

  /** Takes a whole payment back. Never repeated by itself: what a second call does is not documented. */
  async reversePayment(paymentId: string): Promise<void> {
    await this.transport.call(remove("payment/reversal", this.settings.service_id, paymentId))
  }

  /** Begins to remember a card. The number goes to Click and nowhere else. */
  async requestCardToken(input: { card_number: string; expire_date: string; is_temporary: boolean }) {
    const { card_number, expire_date, is_temporary } = input
    const body = this.body({}, { card_number, expire_date, temporary: is_temporary ? 1 : 0 })
    const answer = await this.transport.call({ ...post("card_token/request"), body, is_signed: false })
    return { card_token: text(answer.card_token), phone_number: text(answer.phone_number) }
  }

  /** @returns the masked card number */
  async verifyCardToken(cardToken: string, smsCode: string): Promise<string> {
    const body = this.body({}, { card_token: cardToken, sms_code: smsCode })
    return text((await this.transport.call({ ...post("card_token/verify"), body })).card_number)
  }

  async payWithCardToken(input: { card_token: string; amount_tiyin: number; reference: string }) {
    const field = this.settings.card_reference_field ?? "transaction_parameter"
    const body = this.body(
      { amount: amountText(input.amount_tiyin) },
      { card_token: input.card_token, [field]: input.reference }
    )
    const answer = await this.transport.call({ ...post("card_token/payment"), body })
    return { payment_id: text(answer.payment_id), payment_status: Number(answer.payment_status) }
  }

  async deleteCardToken(cardToken: string): Promise<void> {
    await this.transport.call(remove("card_token", this.settings.service_id, cardToken))
  }

  /** Fiscal items of a payment (3.4), in tiyin. Before a repetition ask `fiscalData`. */
  async submitItems(paymentId: string, fiscal: ClickFiscalBody): Promise<void> {
    const body = this.body({ payment_id: paymentId }, fiscal)
    await this.transport.call({ ...post("payment/ofd_data/submit_items"), body })
  }

  /** Tells Click of a fiscal receipt that was made elsewhere. */
  async submitQrCode(paymentId: string, qrcode: string): Promise<void> {
    const body = this.body({ payment_id: paymentId }, { qrcode })
    await this.transport.call({ ...post("payment/ofd_data/submit_qrcode"), body })
  }

  /** Address of the fiscal receipt; null while there is none. */
  async fiscalData(paymentId: string): Promise<string | null> {
    const answer = await this.transport.call(get("payment/ofd_data", this.settings.service_id, paymentId))
    return typeof answer.qrCodeURL === "string" && /^https?:\/\//i.test(answer.qrCodeURL)
      ? answer.qrCodeURL
      : null
  }

  private body(numbers: Record<string, string>, rest: Record<string, unknown>): string {
    return objectText({ service_id: this.settings.service_id, ...numbers }, rest)
  }
}

const path = (operation: string, parts: string[]) => [operation, ...parts.map(encodeURIComponent)].join("/")
const post = (operation: string) => ({ operation, method: "POST" as const, path: operation })
const get = (operation: string, ...parts: string[]) => ({
  operation,
  method: "GET" as const,
  path: path(operation, parts),
})
const remove = (operation: string, ...parts: string[]) => ({
  operation,
  method: "DELETE" as const,
  path: path(operation, parts),
})

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : ""
}

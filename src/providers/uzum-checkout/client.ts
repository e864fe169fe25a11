import { Cart } from "./cart"
import { checkoutError, UzumCheckoutUnknown } from "./errors"
import { CheckoutOrder } from "./order"

/** One terminal, as Uzum issued it; `base_url` ends in `/api/v1/` and is given at connection. */
export type CheckoutTerminal = { terminal_id: string; api_key: string; base_url: string }

export type CheckoutLanguage = "ru" | "uz" | "en"
export type PayType = "ONE_STEP" | "TWO_STEP"

export type Registration = {
  amount_tiyin: number
  /** Who pays; cards are saved per client. */
  client_id: string
  /** Unique at the terminal, at most 36 characters (K-01). */
  order_number: string
  description?: string
  return_url?: string
  pay_type: PayType
  session_seconds: number
  cart?: Cart
}

type Fetch = typeof fetch

const LANGUAGES: Record<CheckoutLanguage, string> = { ru: "ru-RU", uz: "uz-UZ", en: "en-EN" }
const SUM = 860
const MAX_TIYIN = 999_999_999_999
const TIMEOUT_MS = 15_000

/** What Uzum Checkout (acquiring) is asked; every call throws `UzumCheckoutRefusal` or `UzumCheckoutUnknown`. */
export class UzumCheckoutClient {
  constructor(
    private readonly terminal: CheckoutTerminal,
    private readonly fetcher: Fetch,
    private readonly language: CheckoutLanguage = "ru"
  ) {}

  /**
   * Opens a payment and its page.
   * @throws {RangeError} for an amount or an order number that Uzum would not take
   */
  async register(input: Registration): Promise<{ order_id: string; redirect_url: string }> {
    if (
      !Number.isSafeInteger(input.amount_tiyin) ||
      input.amount_tiyin < 1 ||
      input.amount_tiyin > MAX_TIYIN
    ) {
      throw new RangeError(`${input.amount_tiyin} tiyin cannot be paid by Uzum Checkout`)
    }
    if (input.order_number === "" || input.order_number.length > 36) {
      throw new RangeError(`"${input.order_number}" cannot be an order number of Uzum Checkout`)
    }
    const result = await this.post<{ orderId?: unknown; paymentRedirectUrl?: unknown }>("payment/register", {
      amount: input.amount_tiyin,
      clientId: input.client_id,
      currency: SUM,
      orderNumber: input.order_number,
      paymentDetails: input.description,
      successUrl: input.return_url,
      failureUrl: input.return_url,
      viewType: "REDIRECT",
      paymentParams: { operationType: "PAYMENT", payType: input.pay_type },
      merchantParams: input.cart && { cart: input.cart },
      sessionTimeoutSecs: input.session_seconds,
    })
    if (typeof result.orderId !== "string" || typeof result.paymentRedirectUrl !== "string") {
      throw new UzumCheckoutUnknown("payment/register", "it names no order")
    }
    return { order_id: result.orderId, redirect_url: result.paymentRedirectUrl }
  }

  /** Where a payment stands: the only thing that is believed. */
  getOrderStatus(orderId: string): Promise<CheckoutOrder> {
    return this.post("payment/getOrderStatus", { orderId })
  }

  /** The state of one operation, by the id that was sent with it. */
  getOperationState(
    orderId: string,
    operationId: string
  ): Promise<{ operationState?: string; state?: string }> {
    return this.post("payment/getOperationState", { orderId, operationId })
  }

  /** Takes the money of a two-step payment that is authorised. */
  async complete(orderId: string, amount_tiyin: number, operationId: string): Promise<void> {
    await this.post("acquiring/complete", { orderId, amount: amount_tiyin }, operationId)
  }

  /** Gives back the money, or part of it, of a payment that is completed; `cart` with automatic fiscalisation. */
  async refund(orderId: string, amount_tiyin: number, operationId: string, cart?: Cart): Promise<void> {
    await this.post("acquiring/refund", { orderId, amount: amount_tiyin, cart }, operationId)
  }

  /** Lets go of the money of a two-step payment that is only authorised. */
  async reverse(orderId: string, amount_tiyin: number, operationId: string): Promise<void> {
    await this.post("acquiring/reverse", { orderId, amount: amount_tiyin }, operationId)
  }

  /** Fiscal receipts of a payment. */
  getReceipts(orderId: string): Promise<unknown> {
    return this.post("payment/getReceipts", { orderId })
  }

  /** @param operationId idempotency key: made and stored before the first call, the same at a repetition (K-06) */
  private async post<Result>(path: string, body: object, operationId?: string): Promise<Result> {
    const { status, answer } = await this.send(path, body, operationId)
    const code = typeof answer === "object" && answer !== null ? (answer as Answer).errorCode : undefined
    if (typeof code !== "number") {
      throw new UzumCheckoutUnknown(path, `HTTP ${status} without an error code`)
    }
    if (code !== 0) {
      throw checkoutError(code, path)
    }
    return ((answer as Answer).result ?? {}) as Result
  }

  private async send(path: string, body: object, operationId?: string) {
    try {
      const response = await this.fetcher(`${this.terminal.base_url.replace(/\/+$/, "")}/${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-terminal-id": this.terminal.terminal_id,
          "x-api-key": this.terminal.api_key,
          "content-language": LANGUAGES[this.language],
          ...(operationId && { "x-operation-id": operationId }),
        },
        body: JSON.stringify(body),
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      return { status: response.status, answer: (await response.json().catch(() => null)) as unknown }
    } catch (error) {
      // The name only: a message could quote the address or the key.
      throw new UzumCheckoutUnknown(path, error instanceof Error ? error.name : "no answer")
    }
  }
}

type Answer = { errorCode?: unknown; result?: unknown }

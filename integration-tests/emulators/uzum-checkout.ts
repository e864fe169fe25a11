import { randomUUID } from "node:crypto"
import { IncomingMessage, ServerResponse } from "node:http"
import { Language, languageOf, money, redirect, safeBack, sendPage, textOf, word } from "./page"
import { EmulatorServer } from "./server"

/**
 * Uzum Checkout's side (acquiring), for developers and tests: the API that the market calls, the card page, and the
 * callbacks. Nothing of the market's own code is used here, so that a mistake there cannot hide itself.
 */

const PROVIDER = "Uzum Checkout"

export type EmulatedTerminal = { terminal_id: string; api_key: string }

export type EmulatedOrder = {
  orderId: string
  orderNumber: string
  status: "REGISTERED" | "AUTHORIZED" | "COMPLETED" | "DECLINED" | "REVERSED" | "REFUNDED"
  payType: "ONE_STEP" | "TWO_STEP"
  amount: number
  completedAmount: number
  refundedAmount: number
  reversedAmount: number
  /** Milliseconds since 1970 at which the page's time is over. */
  ends_at: number
  back: string | null
  cart: unknown
  operations: Array<{
    merchantOperationId: string
    operationType: string
    operationState: "SUCCESS" | "FAIL"
    amount: number
  }>
}

/** What the market asked. */
export type CheckoutRequest = {
  path: string
  headers: Record<string, string | undefined>
  body: Record<string, unknown>
}

/** How a call goes wrong: not done at all, done without the answer arriving, or refused with a code. */
type Trouble = "down" | "lost" | { errorCode: number }

type Result = { errorCode: number; result?: object }

export class UzumCheckoutEmulator extends EmulatorServer {
  readonly requests: CheckoutRequest[] = []
  readonly orders = new Map<string, EmulatedOrder>()
  /** With it, registrations and refunds need a cart. */
  autoFiscal = false
  /** Whether refunds have become impossible (3022). */
  isTooLate = false
  private readonly troubles: Array<{ path: string; trouble: Trouble }> = []

  /** @param options.callback_url where callbacks go: the address configured on the terminal */
  constructor(
    private readonly options: { callback_url?: string | (() => string); terminals: EmulatedTerminal[] }
  ) {
    super()
  }

  get base_url(): string {
    return `${this.address}/api/v1/`
  }

  /** The next calls of a path go wrong, one after the other. */
  fail(path: string, ...troubles: Trouble[]): void {
    this.troubles.push(...troubles.map((trouble) => ({ path, trouble })))
  }

  /** What was asked of a path. */
  asked(path: string): CheckoutRequest[] {
    return this.requests.filter((request) => request.path === path)
  }

  /** A shopper pays on the page, or fails to; nobody is told unless `tell` is. */
  pay(orderId: string, succeeds = true): EmulatedOrder {
    const order = this.orders.get(orderId)!
    if (order.status !== "REGISTERED" || Date.now() >= order.ends_at) {
      throw new Error(`order ${orderId} cannot be paid any more`)
    }
    if (!succeeds) {
      order.status = "DECLINED"
    } else if (order.payType === "TWO_STEP") {
      order.status = "AUTHORIZED"
    } else {
      order.status = "COMPLETED"
      order.completedAmount = order.amount
    }
    return order
  }

  /**
   * The callback about an operation, repeated up to five times while it is not answered with 200.
   * @returns the HTTP status of the last answer
   */
  async tell(order: EmulatedOrder, operationType = typeOf(order)): Promise<number> {
    const operationState = order.status === "DECLINED" ? "FAIL" : "SUCCESS"
    return this.callBack({
      orderId: order.orderId,
      operationState,
      operationType,
      orderNumber: order.orderNumber,
      cardType: 2,
      rrn: "000000000000",
    })
  }

  /** Any callback, as it stands. */
  async callBack(body: object): Promise<number> {
    const { callback_url } = this.options
    const address = typeof callback_url === "function" ? callback_url() : callback_url
    let status = 0
    for (let attempt = 0; address && attempt < 5 && status !== 200; attempt++) {
      const headers = { "content-type": "application/json" }
      const sent = { method: "POST", headers, body: JSON.stringify(body) }
      status = await fetch(address, sent).then(
        (response) => response.status,
        () => 0
      )
    }
    return status
  }

  protected async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", "http://emulator")
    const text = await textOf(req)
    const page = /^\/pay\/([\w-]+)$/.exec(url.pathname)
    if (page) {
      const press = req.method === "POST" ? new URLSearchParams(text).get("press") : null
      await this.page(page[1], press, languageOf(req, url.searchParams.get("lang")), res)
    } else if (url.pathname.startsWith("/api/v1/")) {
      this.api(req, url.pathname.slice("/api/v1/".length), text, res)
    } else {
      sendPage(res, { provider: PROVIDER, lang: languageOf(req), status: 404, note: "nothing" })
    }
  }

  private async page(
    orderId: string,
    press: string | null,
    lang: Language,
    res: ServerResponse
  ): Promise<void> {
    const order = this.orders.get(orderId)
    if (!order || order.status !== "REGISTERED" || Date.now() >= order.ends_at) {
      sendPage(res, { provider: PROVIDER, lang, status: 410, note: "time_over", back: order?.back })
      return
    }
    const facts: Array<[string, string]> = [[word(lang, "order"), order.orderNumber]]
    const shown = { provider: PROVIDER, lang, amount: money(order.amount / 100), facts }
    if (!press) {
      return sendPage(res, {
        ...shown,
        buttons: [
          { value: "pay", label: "pay", kind: "main" },
          { value: "cancel", label: "refuse" },
          { value: "fail", label: "no_money" },
        ],
      })
    }
    if (press !== "cancel") {
      await this.tell(this.pay(orderId, press === "pay"))
    }
    const back = safeBack(order.back)
    const isPaid = press === "pay"
    return back
      ? redirect(res, back)
      : sendPage(res, { ...shown, title: isPaid ? "paid" : "not_paid", mood: isPaid ? "good" : "bad" })
  }

  private api(req: IncomingMessage, path: string, text: string, res: ServerResponse): void {
    const body = JSON.parse(text) as Record<string, unknown>
    const headers = Object.fromEntries(
      ["x-terminal-id", "x-api-key", "content-language", "x-operation-id"].map((name) => [
        name,
        req.headers[name] as string | undefined,
      ])
    )
    this.requests.push({ path, headers, body })
    const at = this.troubles.findIndex((each) => each.path === path)
    const trouble = at === -1 ? undefined : this.troubles.splice(at, 1)[0].trouble
    if (trouble === "down") {
      req.socket.destroy()
      return
    }
    const isKnown = this.options.terminals.some(
      ({ terminal_id, api_key }) =>
        terminal_id === headers["x-terminal-id"] && api_key === headers["x-api-key"]
    )
    const answer: Result =
      typeof trouble === "object"
        ? trouble
        : isKnown
          ? this.answer(path, body, headers["x-operation-id"])
          : { errorCode: 3001 }
    if (trouble === "lost") {
      req.socket.destroy()
      return
    }
    res
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ message: answer.errorCode === 0 ? "OK" : "error", ...answer }))
  }

  private answer(path: string, body: Record<string, unknown>, operationId?: string): Result {
    if (path === "payment/register") {
      return this.register(body)
    }
    const order = this.orders.get(String(body.orderId))
    if (!order) {
      return { errorCode: 3005 }
    }
    switch (path) {
      case "payment/getOrderStatus": {
        const { orderNumber, cart: _cart, back: _back, ends_at: _ends, ...facts } = order
        return { errorCode: 0, result: { ...facts, merchantOrderId: orderNumber, totalAmount: order.amount } }
      }
      case "payment/getOperationState": {
        const found = order.operations.find(
          ({ merchantOperationId }) => merchantOperationId === body.operationId
        )
        return found ? { errorCode: 0, result: found } : { errorCode: 3035 }
      }
      case "payment/getReceipts":
        return { errorCode: 0, result: { receipts: receiptsOf(order) } }
      default:
        return this.operate(path, order, Number(body.amount), body.cart, operationId)
    }
  }

  private register(body: Record<string, unknown>): Result {
    const { orderNumber, amount, sessionTimeoutSecs, merchantParams } = body
    const { payType } = body.paymentParams as { payType: EmulatedOrder["payType"] }
    const cart = (merchantParams as { cart?: { total: number } } | undefined)?.cart
    if (!Number.isSafeInteger(amount) || Number(amount) < 1 || body.currency !== 860 || !body.clientId) {
      return { errorCode: 3002 }
    }
    if (typeof orderNumber !== "string" || orderNumber.length > 36) {
      return { errorCode: 2000 }
    }
    if ([...this.orders.values()].some((order) => order.orderNumber === orderNumber)) {
      return { errorCode: 3027 }
    }
    if (this.autoFiscal && cart?.total !== amount) {
      return { errorCode: cart ? 3059 : 3003 }
    }
    const orderId = randomUUID()
    this.orders.set(orderId, {
      orderId,
      orderNumber,
      status: "REGISTERED",
      payType,
      amount: Number(amount),
      completedAmount: 0,
      refundedAmount: 0,
      reversedAmount: 0,
      ends_at: Date.now() + Number(sessionTimeoutSecs) * 1000,
      back: (body.successUrl as string | undefined) ?? null,
      cart,
      operations: [],
    })
    return { errorCode: 0, result: { orderId, paymentRedirectUrl: `${this.address}/pay/${orderId}` } }
  }

  private operate(
    path: string,
    order: EmulatedOrder,
    amount: number,
    cart: unknown,
    merchantOperationId?: string
  ): Result {
    const operations = [...this.orders.values()].flatMap((each) => each.operations)
    if (!merchantOperationId) {
      return { errorCode: 2000 }
    }
    if (operations.some((each) => each.merchantOperationId === merchantOperationId)) {
      return { errorCode: 3028 }
    }
    const errorCode = this.change(path, order, amount, cart)
    if (errorCode === 0) {
      const operationType = path.split("/")[1].toUpperCase()
      order.operations.push({ merchantOperationId, operationType, operationState: "SUCCESS", amount })
    }
    return { errorCode, result: errorCode === 0 ? { orderId: order.orderId } : undefined }
  }

  /** Does what is asked. @returns the error code */
  private change(path: string, order: EmulatedOrder, amount: number, cart: unknown): number {
    const isOneStep = order.payType === "ONE_STEP"
    switch (path) {
      case "acquiring/complete":
        if (isOneStep || order.status !== "AUTHORIZED") {
          return isOneStep ? 3030 : 3000
        }
        order.status = "COMPLETED"
        order.completedAmount = amount
        return 0
      case "acquiring/reverse":
        if (isOneStep || order.status !== "AUTHORIZED") {
          return isOneStep ? 3036 : 3000
        }
        order.status = "REVERSED"
        order.reversedAmount = amount
        return 0
      case "acquiring/refund":
        return this.refund(order, amount, cart)
      default:
        return 2000
    }
  }

  private refund(order: EmulatedOrder, amount: number, cart: unknown): number {
    if (order.status !== "COMPLETED" && order.status !== "REFUNDED") {
      return 3000
    }
    if (this.autoFiscal && !cart) {
      return 3045
    }
    if (this.isTooLate) {
      return 3022
    }
    if (amount < 1 || order.refundedAmount + amount > order.completedAmount) {
      return 3021
    }
    order.refundedAmount += amount
    order.status = "REFUNDED"
    return 0
  }
}

function typeOf({ status }: EmulatedOrder): string {
  const types: Record<string, string> = { AUTHORIZED: "AUTHORIZE", REVERSED: "REVERSE", REFUNDED: "REFUND" }
  return types[status] ?? "COMPLETE"
}

function receiptsOf(order: EmulatedOrder) {
  const link = (kind: string) => `https://ofd.soliq.uz/epi?t=EP000000000002&r=${order.orderNumber}&k=${kind}`
  const sale = order.completedAmount > 0 ? [{ receiptType: "PURCHASE", receiptUrl: link("sale") }] : []
  const refund = order.refundedAmount > 0 ? [{ receiptType: "REFUND", receiptUrl: link("refund") }] : []
  return [...sale, ...refund]
}

import { createHash } from "node:crypto"
import { IncomingMessage, ServerResponse } from "node:http"
import { escapeHtml, Language, languageOf, money, redirect, safeBack, sendPage, textOf, word } from "./page"
import { EmulatorServer } from "./server"

/**
 * Click's side, for developers and tests: the callbacks as Click signs them, the page on which a shopper pays, and the
 * Merchant API. Nothing of the market's own code is used here, so that a mistake there cannot hide itself.
 */

export type EmulatedService = {
  service_id: string
  merchant_id: string
  secret_key: string
  merchant_user_id?: string
  merchant_api_key?: string
}

/** An answer of the market's callbacks; `text` is what was really sent. */
export type ClickReply = {
  status: number
  type: string | null
  text: string
  click_trans_id?: unknown
  merchant_trans_id?: unknown
  merchant_prepare_id?: number | null
  merchant_confirm_id?: number | null
  error: number
  error_note?: string
}

export type Fields = Record<string, string | number>

const md5 = (text: string) => createHash("md5").update(text).digest("hex")
const sha1 = (text: string) => createHash("sha1").update(text).digest("hex")

/** Ids as Click makes them: growing numbers, other ones in every run. */
let serial = Date.now() * 1000

export const nextClickId = () => String(++serial)

/** Signature of a callback (1.5). */
export function signCall(fields: Fields, secret: string): string {
  const { click_trans_id, service_id, merchant_trans_id, amount, action, sign_time } = fields
  const prepareId = String(action) === "0" ? "" : (fields.merchant_prepare_id ?? "")
  return md5(
    `${click_trans_id}${service_id}${secret}${merchant_trans_id}${prepareId}${amount}${action}${sign_time}`
  )
}

/** Signs and posts Prepare and Complete. */
export class ClickCaller {
  constructor(
    private readonly market: () => string,
    private readonly service: Pick<EmulatedService, "service_id" | "secret_key">
  ) {}

  /** Posts a body as it stands. */
  async post(
    path: "prepare" | "complete",
    body: string,
    headers: Record<string, string> = {},
    method = "POST"
  ) {
    const response = await fetch(`${this.market()}/hooks/click/${path}`, {
      method,
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: method === "GET" || method === "HEAD" ? undefined : body,
    })
    const text = await response.text()
    const type = response.headers.get("content-type")
    return {
      ...(text ? (JSON.parse(text) as object) : {}),
      status: response.status,
      type,
      text,
    } as ClickReply
  }

  /** The fields of a Prepare, not signed. */
  prepareFields(payment: { reference: string; amount: string }, change: Fields = {}): Fields {
    return {
      click_trans_id: nextClickId(),
      service_id: this.service.service_id,
      click_paydoc_id: nextClickId(),
      merchant_trans_id: payment.reference,
      amount: payment.amount,
      action: 0,
      error: 0,
      error_note: "Success",
      sign_time: "2026-01-15 10:30:00",
      ...change,
    }
  }

  /** The Complete that follows a Prepare, not signed. */
  completeFields(prepared: Fields, prepareId: number | string, change: Fields = {}): Fields {
    return {
      ...prepared,
      merchant_prepare_id: prepareId,
      action: 1,
      sign_time: "2026-01-15 10:30:05",
      ...change,
    }
  }

  signed(fields: Fields, secret = this.service.secret_key): Fields {
    return { ...fields, sign_string: signCall(fields, secret) }
  }

  /** Signs unless told a signature, and posts as a form. */
  send(fields: Fields): Promise<ClickReply> {
    const body = "sign_string" in fields ? fields : this.signed(fields)
    const form = Object.entries(body).map(([name, value]) => [name, String(value)])
    return this.post(
      String(fields.action) === "1" ? "complete" : "prepare",
      new URLSearchParams(form).toString()
    )
  }
}

type Payment = {
  id: string
  service_id: string
  merchant_trans_id: string
  amount: string
  /** Below 0 cancelled, 1 processing, 2 success. */
  status: number
  items?: unknown
  received?: number
  qrcode?: string
}
type Card = { token: string; is_verified: boolean; is_temporary: boolean }
type Trouble = "502" | "hang" | "lost" | { error_code: number; error_note: string }

/** What the emulator was asked by the market; card numbers are replaced before they are kept. */
export type ApiRequest = {
  operation: string
  method: string
  path: string
  auth: string | undefined
  body: string
}

export class ClickEmulator extends EmulatorServer {
  readonly requests: ApiRequest[] = []
  readonly payments = new Map<string, Payment>()
  readonly cards = new Map<string, Card>()
  private readonly invoices = new Map<
    string,
    { status: number; phone: string; amount: number; reference: string }
  >()
  private readonly troubles: Array<{ operation: string; trouble: Trouble }> = []

  /**
   * @param options.market_url address of the market; its callbacks are `/hooks/click/prepare` and `/complete`
   * @param options.now clock that `Auth` headers are compared with
   */
  constructor(
    private readonly options: {
      market_url: string | (() => string)
      services: EmulatedService[]
      now?: () => number
    }
  ) {
    super()
  }

  get pay_url(): string {
    return `${this.address}/services/pay`
  }

  get api_url(): string {
    return `${this.address}/v2/merchant/`
  }

  /** The next call of an operation goes wrong: no answer before it is done, after it ("lost"), or a refusal. */
  fail(operation: string, ...troubles: Trouble[]): void {
    this.troubles.push(...troubles.map((trouble) => ({ operation, trouble })))
  }

  /** Forgets what was asked and what was to go wrong. */
  forget(): void {
    this.requests.length = 0
    this.troubles.length = 0
  }

  /** A payment that Click knows of. */
  knows(payment: Partial<Payment> & { id: string }): Payment {
    const service_id = this.options.services[0].service_id
    const whole = { service_id, merchant_trans_id: "", amount: "0.00", status: 2, ...payment }
    this.payments.set(whole.id, whole)
    return whole
  }

  /**
   * A shopper pays, or tries to: Prepare, debit, Complete.
   * @returns the payment's end and the market's answers
   */
  async pay(payment: { service_id: string; reference: string; amount: string }, succeeds = true) {
    const service = this.options.services.find(({ service_id }) => service_id === payment.service_id)!
    const caller = new ClickCaller(() => this.market, service)
    const fields = caller.prepareFields(payment)
    const id = String(fields.click_paydoc_id)
    const known = this.knows({
      id,
      service_id: service.service_id,
      merchant_trans_id: payment.reference,
      amount: payment.amount,
      status: 1,
    })
    const prepared = await caller.send(fields)
    if (prepared.error !== 0) {
      known.status = -1
      return { payment: known, prepared, completed: null }
    }
    known.status = succeeds ? 2 : -1
    const failure = { error: -5017, error_note: "Insufficient funds" }
    const completed = await caller.send(
      caller.completeFields(fields, prepared.merchant_prepare_id!, succeeds ? {} : failure)
    )
    if (completed.error === -9) {
      known.status = -1
    }
    return { payment: known, prepared, completed }
  }

  private get market(): string {
    const { market_url } = this.options
    return (typeof market_url === "string" ? market_url : market_url()).replace(/\/+$/, "")
  }

  protected async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", "http://emulator")
    const body = await textOf(req)
    if (/^\/services\/pay\/?$/.test(url.pathname)) {
      const lang = languageOf(req, url.searchParams.get("lang"))
      return req.method === "POST"
        ? this.press(new URLSearchParams(body), lang, res)
        : this.page(url.searchParams, lang, res)
    }
    if (url.pathname.startsWith("/v2/merchant/")) {
      return this.merchantApi(req, url.pathname.slice("/v2/merchant/".length), body, res)
    }
    sendPage(res, { provider: "Click", lang: languageOf(req), status: 404, note: "nothing" })
  }

  private page(query: URLSearchParams, lang: Language, res: ServerResponse): void {
    const service = this.options.services.find(
      ({ service_id, merchant_id }) =>
        service_id === query.get("service_id") && merchant_id === query.get("merchant_id")
    )
    const amount = query.get("amount") ?? ""
    if (!service || !/^\d+(\.\d{1,2})?$/.test(amount) || !query.get("transaction_param")) {
      sendPage(res, { provider: "Click", lang, status: 400, note: "wrong_link", mood: "bad" })
      return
    }
    const fields = [...query].map(
      ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`
    )
    sendPage(res, {
      ...factsOf(query, lang),
      fields: fields.join(""),
      buttons: [
        { value: "pay", label: "pay", kind: "main" },
        { value: "cancel", label: "refuse" },
        { value: "fail", label: "no_money" },
      ],
    })
  }

  /** The shopper goes back to the shop at once, whatever came of it; without a way back, the answers are shown. */
  private async press(form: URLSearchParams, lang: Language, res: ServerResponse): Promise<void> {
    const back = safeBack(form.get("return_url"))
    if (form.get("press") === "cancel") {
      return back
        ? redirect(res, back)
        : sendPage(res, { ...factsOf(form, lang), title: "not_paid", mood: "bad" })
    }
    const { payment, prepared, completed } = await this.pay(
      {
        service_id: form.get("service_id") ?? "",
        reference: form.get("transaction_param") ?? "",
        amount: form.get("amount") ?? "",
      },
      form.get("press") === "pay"
    )
    if (back) {
      const target = new URL(back)
      target.searchParams.set("payment_id", payment.id)
      target.searchParams.set("payment_status", String(payment.status))
      return redirect(res, target.toString())
    }
    sendPage(res, {
      ...factsOf(form, lang),
      title: payment.status === 2 ? "paid" : "not_paid",
      mood: payment.status === 2 ? "good" : "bad",
      answers: [
        ["Prepare", prepared.text],
        ...(completed ? [["Complete", completed.text] as [string, string]] : []),
      ],
      back,
    })
  }

  private async merchantApi(
    req: IncomingMessage,
    path: string,
    body: string,
    res: ServerResponse
  ): Promise<void> {
    const parts = path.split("/").map(decodeURIComponent)
    const operation = operationOf(req.method ?? "", parts)
    const auth = req.headers.auth as string | undefined
    const safe = body.replace(/("card_number":")\d+/, "$1…")
    this.requests.push({ operation, method: req.method ?? "", path, auth, body: safe })
    const at = this.troubles.findIndex((trouble) => trouble.operation === operation)
    const trouble = at === -1 ? undefined : this.troubles.splice(at, 1)[0].trouble
    if (trouble === "502") {
      res.writeHead(502, { "content-type": "text/html; charset=utf-8" }).end("<h1>Bad gateway</h1>")
    } else if (trouble === "hang") {
      // The caller gives up by itself.
    } else if (typeof trouble === "object") {
      json(res, trouble)
    } else if (operation !== "card_token/request" && !this.isAuthentic(auth)) {
      json(res, { error_code: -1, error_note: "Authorization failed" }, 401)
    } else {
      const answer = this.answer(operation, parts, body)
      if (trouble === "lost") {
        req.socket.destroy()
      } else {
        json(res, answer)
      }
    }
  }

  private isAuthentic(auth = ""): boolean {
    const [user, digest, timestamp] = auth.split(":")
    const now = Math.floor((this.options.now?.() ?? Date.now()) / 1000)
    return this.options.services.some(
      ({ merchant_user_id, merchant_api_key, secret_key }) =>
        merchant_user_id === user &&
        digest === sha1(`${timestamp}${merchant_api_key ?? secret_key}`) &&
        /^\d{10}$/.test(timestamp) &&
        Math.abs(Number(timestamp) - now) < 300
    )
  }

  private answer(operation: string, parts: string[], body: string): object {
    const input = body ? (JSON.parse(body) as Record<string, unknown>) : {}
    // Ids stand in the body as bare numbers; read them digit by digit.
    const paymentId = /"payment_id":(\d+)/.exec(body)?.[1] ?? parts[3]
    const payment = this.payments.get(paymentId)
    switch (operation) {
      case "invoice/create": {
        const id = nextClickId()
        const { phone_number, amount, merchant_trans_id } = input as Record<string, string>
        this.invoices.set(id, {
          status: 0,
          phone: phone_number,
          amount: Number(amount),
          reference: merchant_trans_id,
        })
        return ok({ invoice_id: bare(id) })
      }
      case "invoice/status": {
        const invoice = this.invoices.get(parts[3])
        return invoice
          ? ok({ invoice_status: invoice.status, invoice_status_note: "" })
          : failed(-500, "not found")
      }
      case "payment/status":
        return payment
          ? ok({ payment_id: bare(payment.id), payment_status: payment.status })
          : failed(-1905, "Payment not found")
      case "payment/status_by_mti": {
        const found = [...this.payments.values()].find((row) => row.merchant_trans_id === parts[3])
        return found
          ? ok({ payment_id: bare(found.id), payment_status: found.status })
          : failed(-1905, "Payment not found")
      }
      case "payment/reversal":
        if (payment?.status !== 2) {
          return failed(-1906, "Payment cannot be reversed")
        }
        payment.status = -99
        return ok({ payment_id: bare(payment.id) })
      case "payment/ofd_data/submit_items":
        return this.takeItems(payment, input)
      case "payment/ofd_data/submit_qrcode":
        if (!payment) {
          return failed(-1905, "Payment not found")
        }
        payment.qrcode = String(input.qrcode)
        return ok({})
      case "payment/ofd_data": {
        const known = this.payments.get(parts[3])
        return known
          ? ok({ paymentId: bare(known.id), qrCodeURL: known.qrcode ?? "" })
          : failed(-1905, "Payment not found")
      }
      default:
        return this.cardAnswer(operation, parts, input)
    }
  }

  private takeItems(payment: Payment | undefined, input: Record<string, unknown>): object {
    const items = input.items as Array<{ Price: number; Discount?: number }> | undefined
    const received = Number(input.received_ecash) + Number(input.received_cash) + Number(input.received_card)
    const sum = items?.reduce((total, { Price, Discount = 0 }) => total + Price - Discount, 0)
    if (payment?.status !== 2 || !items?.length || sum !== received) {
      return failed(-1, "items do not fit the payment")
    }
    payment.items = items
    payment.received = received
    payment.qrcode = `https://ofd.soliq.uz/epi?t=EP000000000001&r=${payment.id}&c=20260115103005&s=000000000000`
    return ok({})
  }

  private cardAnswer(operation: string, parts: string[], input: Record<string, unknown>): object {
    const card = this.cards.get(String(input.card_token ?? parts[2]))
    switch (operation) {
      case "card_token/request": {
        const token = `FAKE-${nextClickId()}`
        this.cards.set(token, { token, is_verified: false, is_temporary: input.temporary === 1 })
        return ok({ card_token: token, phone_number: "99890***1234", temporary: input.temporary })
      }
      case "card_token/verify":
        if (!card || input.sms_code !== "12345") {
          return failed(-301, "wrong code")
        }
        card.is_verified = true
        return ok({ card_number: "8600 55** **** 3244" })
      case "card_token/payment": {
        if (!card?.is_verified) {
          return failed(-302, "card is not verified")
        }
        if (card.is_temporary) {
          this.cards.delete(card.token)
        }
        const reference = String(input.transaction_parameter ?? input.merchant_trans_id)
        const payment = this.knows({
          id: nextClickId(),
          merchant_trans_id: reference,
          amount: String(input.amount),
        })
        return ok({ payment_id: bare(payment.id), payment_status: 2 })
      }
      case "card_token":
        return this.cards.delete(parts[2]) ? ok({}) : failed(-303, "no such card")
      default:
        return failed(-2, "unknown call")
    }
  }
}

/** `payment/status/12345/1` is the operation `payment/status`. */
function operationOf(method: string, parts: string[]): string {
  if (method === "POST") {
    return parts.join("/")
  }
  return parts[0] === "card_token" ? "card_token" : parts.slice(0, 2).join("/")
}

/** A number that `json` writes without quotes, whatever its size. */
const bare = (digits: string) => `#${digits}#`
const ok = (members: object) => ({ error_code: 0, error_note: "", ...members })
const failed = (error_code: number, error_note: string) => ({ error_code, error_note })

function json(res: ServerResponse, value: object, status = 200): void {
  const text = JSON.stringify(value).replace(/"#(\d+)#"/g, "$1")
  res.writeHead(status, { "content-type": "application/json" }).end(text)
}

/** What the shopper is told of a payment link. */
function factsOf(query: URLSearchParams, lang: Language) {
  const facts: Array<[string, string]> = [[word(lang, "order"), query.get("transaction_param") ?? ""]]
  return { provider: "Click", lang, amount: money(Number(query.get("amount"))), facts }
}

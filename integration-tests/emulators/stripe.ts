import { createHmac, randomBytes } from "node:crypto"
import { createServer, IncomingMessage, Server, ServerResponse } from "node:http"
import { AddressInfo } from "node:net"
import { Button, Language, languageOf, money, redirect, safeBack, sendPage, textOf, Word, word } from "./page"

/**
 * Stripe's side of the wire: the documented subset of its API that Medusa's provider calls, the shopper's page, and
 * signed webhooks. Everything lives in memory. Amounts are in the smallest unit of the currency, as Stripe's are.
 *
 * What it keeps of the documentation: Bearer keys, form bodies, the life of a PaymentIntent, `Idempotency-Key` (the same
 * answer for the same call, an error for another one, nothing kept of a call that failed validation), error shapes, test
 * payment methods, and `Stripe-Signature: t=…,v1=…`.
 */

type Json = Record<string, unknown>
type Form = { [key: string]: string | Form }

export type Intent = Json & {
  id: string
  amount: number
  amount_capturable: number
  amount_received: number
  currency: string
  capture_method: "automatic" | "manual"
  client_secret: string
  status: string
  metadata: Record<string, string>
  latest_charge: string | null
}

export type Charge = Json & {
  id: string
  payment_intent: string
  amount_captured: number
  amount_refunded: number
}
export type Refund = Json & { id: string; amount: number; payment_intent: string; status: string }
export type StripeEvent = {
  id: string
  object: "event"
  type: string
  created: number
  data: { object: Json }
}
export type Call = {
  method: string
  path: string
  body: Form
  idempotency_key: string | null
  replayed: boolean
}

/** What happens to the next call of a path instead of, or after, its work. */
export type Fault = {
  path: RegExp
  method?: string
  /** "before": the call never arrives; "after": it is carried out and its answer is lost. */
  cut?: "before" | "after"
  status?: number
  body?: Json
  times?: number
}

type Settings = {
  apiKey: string
  webhookSecret: string
  /** Where events go; nobody is told of anything without it. */
  webhookUrl?: string
  /** Send each event by itself as it happens; a test usually delivers by hand, in the order that it wants. */
  isAutomatic?: boolean
}

class StripeProblem extends Error {
  constructor(
    readonly status: number,
    readonly error: Json,
    readonly isValidation = status === 400
  ) {
    super(String(error.message))
  }
}

const id = (prefix: string) => `${prefix}_${randomBytes(12).toString("hex")}`
const seconds = () => Math.floor(Date.now() / 1000)

/** The header that proves where an event comes from (Stripe, "Verify webhook signatures manually"). */
export function stripeSignature(payload: string, secret: string, at = seconds()): string {
  return `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${payload}`).digest("hex")}`
}

export class StripeEmulator {
  readonly intents = new Map<string, Intent>()
  readonly charges = new Map<string, Charge>()
  readonly refunds = new Map<string, Refund>()
  readonly customers = new Map<string, Json>()
  readonly events: StripeEvent[] = []
  readonly calls: Call[] = []
  private faults: Fault[] = []
  private readonly answers = new Map<string, { request: string; status: number; text: string }>()
  private readonly underway = new Set<string>()
  private server: Server | null = null

  constructor(readonly settings: Settings) {}

  async start(port = 0): Promise<string> {
    this.server = createServer((req, res) => void this.handle(req, res))
    await new Promise<void>((resolve) => this.server!.listen(port, "127.0.0.1", resolve))
    return this.url
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(undefined))
  }

  fail(fault: Fault): void {
    this.faults.push({ times: 1, ...fault })
  }

  /** Takes back the faults that have not come about. */
  mend(): void {
    this.faults = []
  }

  /** Forgets what was kept for idempotency keys, as Stripe does after a day. */
  forgetKeys(): void {
    this.answers.clear()
  }

  /** Calls of a path, replays included. */
  called(path: RegExp, method = "POST"): Call[] {
    return this.calls.filter((call) => call.method === method && path.test(call.path))
  }

  /** The shopper confirms a payment in the browser, with one of Stripe's test payment methods. */
  confirm(intentId: string, payment_method = "pm_card_visa"): Intent {
    const intent = this.intent(intentId)
    if (!["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status)) {
      throw unexpectedState(intent, "confirm")
    }
    intent.payment_method = payment_method
    if (payment_method === "pm_card_chargeDeclined") {
      Object.assign(intent, {
        status: "requires_payment_method",
        last_payment_error: { type: "card_error", code: "card_declined", decline_code: "generic_decline" },
      })
      this.tell("payment_intent.payment_failed", intent)
      throw new StripeProblem(402, {
        type: "card_error",
        code: "card_declined",
        decline_code: "generic_decline",
        message: "Your card was declined.",
        payment_intent: intent,
      })
    }
    if (payment_method === "pm_card_authenticationRequired" && intent.status !== "requires_action") {
      const next_action = {
        type: "redirect_to_url",
        redirect_to_url: { url: `${this.url}/pay/${intent.id}` },
      }
      Object.assign(intent, { status: "requires_action", next_action, last_payment_error: null })
      this.tell("payment_intent.requires_action", intent)
      return intent
    }
    const charge: Charge = {
      id: id("ch"),
      object: "charge",
      amount: intent.amount,
      amount_captured: 0,
      amount_refunded: 0,
      currency: intent.currency,
      payment_intent: intent.id,
      metadata: { ...intent.metadata },
    }
    this.charges.set(charge.id, charge)
    Object.assign(intent, { latest_charge: charge.id, last_payment_error: null, next_action: null })
    if (intent.capture_method === "manual") {
      Object.assign(intent, { status: "requires_capture", amount_capturable: intent.amount })
      this.tell("payment_intent.amount_capturable_updated", intent)
    } else {
      this.take(intent, intent.amount)
    }
    return intent
  }

  /** Gives an authorisation up; Stripe itself does after seven days. */
  cancel(intentId: string): Intent {
    const intent = this.intent(intentId)
    if (intent.status === "succeeded" || intent.status === "canceled") {
      throw unexpectedState(intent, "cancel")
    }
    Object.assign(intent, { status: "canceled", amount_capturable: 0, canceled_at: seconds() })
    this.tell("payment_intent.canceled", intent)
    return intent
  }

  /** A refund that somebody makes in Stripe's dashboard, or that the API asks for. */
  refund(intentId: string, amount?: number, metadata: Record<string, string> = {}): Refund {
    const intent = this.intent(intentId)
    const charge = this.charges.get(intent.latest_charge ?? "")
    if (!charge || intent.status !== "succeeded") {
      throw invalid(`This PaymentIntent (${intentId}) does not have a successful charge to refund.`)
    }
    const left = charge.amount_captured - charge.amount_refunded
    if (left === 0) {
      throw invalid(`Charge ${charge.id} has already been refunded.`, "charge_already_refunded")
    }
    const wanted = amount ?? left
    if (wanted > left) {
      throw invalid(`Refund amount (${wanted}) is greater than unrefunded amount on charge (${left})`)
    }
    const refund: Refund = {
      id: id("re"),
      object: "refund",
      amount: wanted,
      charge: charge.id,
      currency: intent.currency,
      payment_intent: intentId,
      status: "succeeded",
      metadata,
      created: seconds(),
    }
    this.refunds.set(refund.id, refund)
    charge.amount_refunded += wanted
    this.tell("charge.refunded", charge)
    return refund
  }

  /** The customer's bank asks for the money back. */
  dispute(intentId: string): Json {
    const intent = this.intent(intentId)
    const dispute = {
      id: id("dp"),
      object: "dispute",
      amount: intent.amount_received,
      charge: intent.latest_charge,
      currency: intent.currency,
      payment_intent: intentId,
      reason: "fraudulent",
      status: "needs_response",
    }
    this.tell("charge.dispute.created", dispute)
    return dispute
  }

  /** The newest event of a kind about a PaymentIntent. */
  event(type: string, intentId?: string): StripeEvent {
    const found = this.events.filter((event) => {
      const object = event.data.object
      return (
        event.type === type && (!intentId || object.id === intentId || object.payment_intent === intentId)
      )
    })
    if (!found.length) {
      throw new Error(`no ${type} has happened`)
    }
    return found[found.length - 1]
  }

  /** Posts an event as Stripe does. */
  async deliver(event: StripeEvent, to = this.settings.webhookUrl, headers: Record<string, string> = {}) {
    const body = JSON.stringify(event)
    const response = await fetch(to!, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": stripeSignature(body, this.settings.webhookSecret),
        ...headers,
      },
      body,
    })
    return { status: response.status, text: await response.text() }
  }

  private intent(intentId: string): Intent {
    const intent = this.intents.get(intentId)
    if (!intent) {
      throw new StripeProblem(404, {
        type: "invalid_request_error",
        code: "resource_missing",
        param: "intent",
        message: `No such payment_intent: '${intentId}'`,
      })
    }
    return intent
  }

  private take(intent: Intent, amount: number): void {
    const charge = this.charges.get(intent.latest_charge!)!
    charge.amount_captured = amount
    Object.assign(intent, { status: "succeeded", amount_capturable: 0, amount_received: amount })
    this.tell("payment_intent.succeeded", intent)
  }

  private tell(type: string, object: Json): void {
    const event: StripeEvent = {
      id: id("evt"),
      object: "event",
      type,
      created: seconds(),
      data: { object: structuredClone(object) },
    }
    this.events.push(event)
    if (this.settings.isAutomatic && this.settings.webhookUrl) {
      void this.deliver(event).catch(() => undefined)
    }
  }

  private create(form: Form): Intent {
    const amount = Number(form.amount)
    if (!Number.isSafeInteger(amount) || amount <= 0) {
      throw invalid("Invalid positive integer", "parameter_invalid_integer", "amount")
    }
    if (typeof form.currency !== "string" || !/^[a-z]{3}$/.test(form.currency)) {
      throw invalid("Invalid currency", undefined, "currency")
    }
    const intentId = id("pi")
    const intent: Intent = {
      id: intentId,
      object: "payment_intent",
      amount,
      amount_capturable: 0,
      amount_received: 0,
      capture_method: form.capture_method === "automatic" ? "automatic" : "manual",
      client_secret: `${intentId}_secret_${randomBytes(8).toString("hex")}`,
      created: seconds(),
      currency: form.currency,
      customer: form.customer ?? null,
      description: form.description ?? null,
      last_payment_error: null,
      latest_charge: null,
      livemode: false,
      metadata: (form.metadata as Record<string, string>) ?? {},
      next_action: null,
      payment_method: form.payment_method ?? null,
      payment_method_types: ["card"],
      status: "requires_payment_method",
    }
    this.intents.set(intentId, intent)
    this.tell("payment_intent.created", intent)
    if (form.confirm === "true") {
      this.confirm(intentId, String(form.payment_method ?? "pm_card_visa"))
    }
    return intent
  }

  private work(method: string, path: string, form: Form, query: URLSearchParams): Json {
    const [kind, key, verb] = path.split("/").slice(2)
    const route = `${method} ${kind}${key ? "/:id" : ""}${verb ? `/${verb}` : ""}`
    switch (route) {
      case "POST payment_intents":
        return this.create(form)
      case "GET payment_intents/:id":
        return this.intent(key)
      case "POST payment_intents/:id": {
        const intent = this.intent(key)
        if (
          form.amount !== undefined &&
          !intent.status.startsWith("requires_") &&
          intent.status !== "processing"
        ) {
          throw unexpectedState(intent, "update")
        }
        return Object.assign(intent, form.amount === undefined ? {} : { amount: Number(form.amount) })
      }
      case "POST payment_intents/:id/confirm":
        return this.confirm(key, String(form.payment_method ?? "pm_card_visa"))
      case "POST payment_intents/:id/capture": {
        const intent = this.intent(key)
        if (intent.status !== "requires_capture") {
          throw unexpectedState(intent, "capture")
        }
        this.take(intent, Number(form.amount_to_capture ?? intent.amount_capturable))
        return intent
      }
      case "POST payment_intents/:id/cancel":
        return this.cancel(key)
      case "POST refunds":
        return this.refund(
          String(form.payment_intent),
          form.amount === undefined ? undefined : Number(form.amount),
          (form.metadata as Record<string, string>) ?? {}
        )
      case "GET refunds": {
        const all = [...this.refunds.values()].filter(
          ({ payment_intent }) => payment_intent === query.get("payment_intent")
        )
        return { object: "list", url: "/v1/refunds", has_more: false, data: all.reverse() }
      }
      case "GET payment_methods/:id":
        return { id: key, object: "payment_method", type: "card" }
      case "POST customers": {
        const customer = { id: id("cus"), object: "customer", ...form }
        this.customers.set(customer.id, customer)
        return customer
      }
      case "POST customers/:id":
        return Object.assign(this.customers.get(key) ?? { id: key, object: "customer" }, form)
      case "GET customers/:id/payment_methods":
        return { object: "list", url: path, has_more: false, data: [] }
      default:
        throw new StripeProblem(404, {
          type: "invalid_request_error",
          message: `Unrecognized request URL (${method}: ${path}).`,
        })
    }
  }

  private async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname: path, searchParams } = new URL(req.url!, "http://stripe")
    const method = req.method!
    const text = await textOf(req)
    if (path.startsWith("/pay/")) {
      const form = method === "POST" ? parseForm(text) : null
      return this.page(path.split("/")[2], form, searchParams, languageOf(req, searchParams.get("lang")), res)
    }
    const send = (status: number, body: string, headers: Record<string, string> = {}) => {
      res.writeHead(status, { "content-type": "application/json", "request-id": id("req"), ...headers })
      res.end(body)
    }
    if (req.headers.authorization !== `Bearer ${this.settings.apiKey}`) {
      const error = { type: "invalid_request_error", message: "Invalid API Key provided" }
      return send(401, JSON.stringify({ error }))
    }
    const key = (req.headers["idempotency-key"] as string | undefined) ?? null
    const call = { method, path, body: parseForm(text), idempotency_key: key, replayed: false }
    this.calls.push(call)
    const fault = this.faults.find(
      (one) => one.path.test(path) && (one.method ?? method) === method && one.times! > 0
    )
    if (fault) {
      fault.times!--
    }
    if (fault?.cut === "before") {
      return void req.socket.destroy()
    }
    if (fault?.status) {
      return send(
        fault.status,
        JSON.stringify(fault.body ?? { error: { type: "api_error", message: "Oops" } })
      )
    }
    const kept = this.answers.get(key ?? "")
    const request = `${method} ${path} ${text}`
    if (kept && fault?.cut === "after") {
      return void req.socket.destroy()
    }
    if (kept) {
      call.replayed = true
      return kept.request === request
        ? send(kept.status, kept.text, { "idempotent-replayed": "true" })
        : send(400, JSON.stringify({ error: keyError("used with other parameters") }))
    }
    if (key && this.underway.has(key)) {
      const error = { ...keyError("in use"), code: "idempotency_key_in_use" }
      return send(409, JSON.stringify({ error }))
    }
    let answer: { status: number; text: string }
    let isKept = true
    try {
      this.underway.add(key ?? "")
      answer = { status: 200, text: JSON.stringify(this.work(method, path, call.body, searchParams)) }
    } catch (error) {
      const problem = error as StripeProblem
      isKept = !problem.isValidation
      answer = { status: problem.status ?? 500, text: JSON.stringify({ error: problem.error }) }
    } finally {
      this.underway.delete(key ?? "")
    }
    if (key && isKept && method === "POST") {
      this.answers.set(key, { request, ...answer })
    }
    if (fault?.cut === "after") {
      return void req.socket.destroy()
    }
    send(answer.status, answer.text)
  }

  /** What the shopper sees where a real shop shows Stripe's card form. */
  private page(
    intentId: string,
    form: Form | null,
    query: URLSearchParams,
    lang: Language,
    res: ServerResponse
  ): void {
    const intent = this.intents.get(intentId)
    const back = safeBack(query.get("return_url"))
    if (!intent) {
      return sendPage(res, { provider: PROVIDER, lang, status: 404, note: "wrong_link", mood: "bad" })
    }
    if (form?.press === "cancel" && back) {
      return redirect(res, back)
    }
    let note: Word | undefined
    if (form?.payment_method) {
      try {
        this.confirm(intentId, String(form.payment_method))
      } catch {
        note = "declined"
      }
    }
    const isDone = ["succeeded", "requires_capture", "processing"].includes(intent.status)
    if (isDone && form && back) {
      return redirect(res, back)
    }
    const isAsked = intent.status === "requires_action"
    sendPage(res, {
      provider: PROVIDER,
      lang,
      title: isDone ? "paid" : undefined,
      amount: money(intent.amount / 100, intent.currency),
      facts: [[word(lang, "order"), intent.id]],
      note: note ?? (isAsked ? "bank_waits" : undefined),
      mood: note ? "bad" : isDone ? "good" : undefined,
      buttons: isDone || intent.status === "canceled" ? [] : isAsked ? CONFIRM : CARDS,
      back: isDone ? back : null,
    })
  }
}

const PROVIDER = "Stripe"
const name = "payment_method"
const CONFIRM: Button[] = [{ name, value: "pm_card_authenticationRequired", label: "pay", kind: "main" }]
const CARDS: Button[] = [
  { name, value: "pm_card_visa", label: "pay", kind: "main" },
  { value: "cancel", label: "refuse" },
  { name, value: "pm_card_chargeDeclined", label: "no_money" },
  { name, value: "pm_card_authenticationRequired", label: "bank_asks" },
]

function invalid(message: string, code?: string, param?: string): StripeProblem {
  return new StripeProblem(400, { type: "invalid_request_error", code, param, message })
}

function unexpectedState(intent: Intent, verb: string): StripeProblem {
  return new StripeProblem(400, {
    type: "invalid_request_error",
    code: "payment_intent_unexpected_state",
    message: `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`,
    payment_intent: intent,
  })
}

function keyError(what: string) {
  return { type: "idempotency_error", message: `Keys for idempotent requests can't be ${what}` }
}

/** `a[b]=c` as `{ a: { b: "c" } }`, as Stripe's own libraries send it. */
function parseForm(text: string): Form {
  const form: Form = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const path = [...name.matchAll(/[^[\]]+/g)].map(([part]) => part)
    let at = form
    for (const part of path.slice(0, -1)) {
      at = (at[part] ??= {}) as Form
    }
    at[path[path.length - 1]] = value
  }
  return form
}

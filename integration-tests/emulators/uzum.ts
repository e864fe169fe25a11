import { randomUUID } from "node:crypto"
import { IncomingMessage, ServerResponse } from "node:http"
import { escapeHtml, Language, languageOf, redirect, safeBack, sendPage, textOf, word } from "./page"
import { EmulatorServer } from "./server"

/**
 * Uzum Bank's side, for developers and tests: the page of the app on which a shopper pays, and the five calls of the
 * Merchant API. Nothing of the market's own code is used here, so that a mistake there cannot hide itself.
 */

export type EmulatedUzumService = {
  service_id: number
  login: string
  password: string
  account_field: string
}

type Call = "check" | "create" | "confirm" | "reverse" | "status"
export type UzumReply = {
  http: number
  body: { status?: string; errorCode?: string } & Record<string, unknown>
}

/** How a payment ended for the buyer: `given_back` is a debit that the market refused. */
export type UzumPayment = {
  transId: string
  service_id: number
  end: "refused" | "paid" | "given_back" | "no_money" | "unknown"
  replies: Array<[Call, UzumReply]>
}

const PROVIDER = "Uzum Bank"
/** How often Uzum asks after a lost answer (Merchant API 1.1). */
const POLLS = 10

export class UzumEmulator extends EmulatorServer {
  readonly payments = new Map<string, UzumPayment>()
  private readonly lost: Call[] = []

  /** @param options.poll_ms pause between two questions after a lost answer */
  constructor(
    private readonly options: {
      market_url: string | (() => string)
      services: EmulatedUzumService[]
      poll_ms?: number
    }
  ) {
    super()
  }

  get open_service_url(): string {
    return `${this.address}/open-service`
  }

  /** The answer to the next call of this kind does not reach Uzum. */
  lose(call: Call): void {
    this.lost.push(call)
  }

  /**
   * A shopper pays, or tries to: check, create, debit, confirm, and status while the answer is not known.
   * @param amount tiyin
   */
  async pay(
    order: { service_id: number; reference: string; amount: number },
    hasMoney = true
  ): Promise<UzumPayment> {
    const service = this.options.services.find(({ service_id }) => service_id === order.service_id)!
    const transId = randomUUID()
    const payment: UzumPayment = { transId, service_id: order.service_id, end: "refused", replies: [] }
    this.payments.set(transId, payment)
    const params = { [service.account_field]: order.reference }
    if ((await this.call(payment, "check", { params })).body.status !== "OK") {
      return payment
    }
    const created = await this.call(payment, "create", { transId, params, amount: order.amount })
    if (created.body.status !== "CREATED") {
      return payment
    }
    if (!hasMoney) {
      await this.call(payment, "reverse", { transId })
      payment.end = "no_money"
      return payment
    }
    const facts = { paymentSource: "UZCARD", tariff: null, processingReferenceNumber: "000", cardType: 2 }
    const confirmed = await this.call(payment, "confirm", { transId, phone: "998900000000", ...facts })
    payment.end = confirmed.body.status === "CONFIRMED" ? "paid" : await this.poll(payment)
    return payment
  }

  /** Uzum gives a buyer's money back. */
  async reverse(transId: string): Promise<UzumReply> {
    return this.call(this.payments.get(transId)!, "reverse", { transId })
  }

  /** Asks until it is told how the payment ended. */
  private async poll(payment: UzumPayment): Promise<UzumPayment["end"]> {
    for (let attempt = 0; attempt < POLLS; attempt++) {
      const { body } = await this.call(payment, "status", { transId: payment.transId })
      if (body.status === "CONFIRMED" || body.status === "FAILED") {
        return body.status === "CONFIRMED" ? "paid" : "given_back"
      }
      await new Promise((resolve) => setTimeout(resolve, this.options.poll_ms ?? 200))
    }
    return "unknown"
  }

  private async call(payment: UzumPayment, call: Call, fields: object): Promise<UzumReply> {
    const { login, password, service_id } = this.options.services.find(
      (service) => service.service_id === payment.service_id
    )!
    const { market_url } = this.options
    const market = (typeof market_url === "string" ? market_url : market_url()).replace(/\/+$/, "")
    const response = await fetch(`${market}/hooks/uzum/${call}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Basic ${Buffer.from(`${login}:${password}`).toString("base64")}`,
      },
      body: JSON.stringify({ serviceId: service_id, timestamp: Date.now(), ...fields }),
    })
    const at = this.lost.indexOf(call)
    const isLost = at !== -1 && this.lost.splice(at, 1).length > 0
    const body = isLost ? {} : ((await response.json()) as UzumReply["body"])
    const reply = { http: isLost ? 0 : response.status, body }
    payment.replies.push([call, reply])
    return reply
  }

  protected async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", "http://emulator")
    const lang = languageOf(req, url.searchParams.get("lang"))
    if (url.pathname !== "/open-service") {
      sendPage(res, { provider: PROVIDER, lang, status: 404, note: "nothing" })
    } else if (req.method === "POST") {
      await this.press(url.searchParams, new URLSearchParams(await textOf(req)), lang, res)
    } else {
      this.page(url.searchParams, lang, res)
    }
  }

  private serviceOf(query: URLSearchParams): EmulatedUzumService | undefined {
    return this.options.services.find(
      ({ service_id, account_field }) =>
        String(service_id) === query.get("serviceId") && query.get(account_field)
    )
  }

  private page(query: URLSearchParams, lang: Language, res: ServerResponse): void {
    const service = this.serviceOf(query)
    if (!service) {
      sendPage(res, { provider: PROVIDER, lang, status: 400, note: "wrong_link", mood: "bad" })
      return
    }
    const tiyin = query.get("amount")
    const sum = /^\d+$/.test(tiyin ?? "") ? String(Number(tiyin) / 100) : ""
    sendPage(res, {
      provider: PROVIDER,
      lang,
      facts: [[word(lang, "order"), query.get(service.account_field)!]],
      // As in the app itself, the buyer may change it; the market has to notice.
      fields: `<label>${word(lang, "sum_to_pay")} <input name="sum" value="${escapeHtml(sum)}" inputmode="decimal" required></label>`,
      buttons: [
        { value: "pay", label: "pay", kind: "main" },
        { value: "cancel", label: "refuse" },
        { value: "fail", label: "no_money" },
      ],
    })
  }

  private async press(
    query: URLSearchParams,
    form: URLSearchParams,
    lang: Language,
    res: ServerResponse
  ): Promise<void> {
    const service = this.serviceOf(query)
    const amount = Math.round(Number((form.get("sum") ?? "").replace(",", ".")) * 100)
    if (!service || !Number.isSafeInteger(amount)) {
      sendPage(res, { provider: PROVIDER, lang, status: 400, note: "wrong_link", mood: "bad" })
      return
    }
    const reference = query.get(service.account_field)!
    const shown = {
      provider: PROVIDER,
      lang,
      facts: [[word(lang, "order"), reference]] as Array<[string, string]>,
    }
    const back = safeBack(query.get("redirectUrl"))
    if (form.get("press") === "cancel") {
      return back ? redirect(res, back) : sendPage(res, { ...shown, title: "not_paid", mood: "bad" })
    }
    const payment = await this.pay(
      { service_id: service.service_id, reference, amount },
      form.get("press") === "pay"
    )
    if (payment.end === "paid" && back) {
      return redirect(res, back)
    }
    sendPage(res, {
      ...shown,
      title: payment.end === "paid" ? "paid" : "not_paid",
      mood: payment.end === "paid" ? "good" : "bad",
      answers: payment.replies.map(([call, { body }]): [string, unknown] => [call, body]),
      back,
    })
  }
}

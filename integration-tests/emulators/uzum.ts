import { randomUUID } from "node:crypto"
import { createServer, IncomingMessage, Server, ServerResponse } from "node:http"
import { AddressInfo } from "node:net"

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

/** How often Uzum asks after a lost answer (Merchant API 1.1). */
const POLLS = 10

export class UzumEmulator {
  readonly payments = new Map<string, UzumPayment>()
  private readonly lost: Call[] = []
  private server: Server | null = null

  /** @param options.poll_ms pause between two questions after a lost answer */
  constructor(
    private readonly options: {
      market_url: string | (() => string)
      services: EmulatedUzumService[]
      poll_ms?: number
    }
  ) {}

  /** @returns the emulator's address */
  async listen(port = 0): Promise<string> {
    const server = createServer((req, res) => {
      this.serve(req, res).catch((error: unknown) => {
        res.writeHead(500).end(String(error))
      })
    })
    this.server = server
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
    return this.address
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`
  }

  get open_service_url(): string {
    return `${this.address}/open-service`
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(null))
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

  private async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", "http://emulator")
    if (url.pathname !== "/open-service") {
      html(res, 404, "<h1>EMULATOR of Uzum Bank</h1><p>Nothing here.</p>")
    } else if (req.method === "POST") {
      await this.press(url.searchParams, new URLSearchParams(await textOf(req)), res)
    } else {
      this.page(url.searchParams, res)
    }
  }

  private serviceOf(query: URLSearchParams): EmulatedUzumService | undefined {
    return this.options.services.find(
      ({ service_id, account_field }) =>
        String(service_id) === query.get("serviceId") && query.get(account_field)
    )
  }

  private page(query: URLSearchParams, res: ServerResponse): void {
    const service = this.serviceOf(query)
    if (!service) {
      html(res, 400, "<h1>EMULATOR of Uzum Bank</h1><p>This link is wrong.</p>")
      return
    }
    const tiyin = query.get("amount")
    const sum = /^\d+$/.test(tiyin ?? "") ? String(Number(tiyin) / 100) : ""
    html(
      res,
      200,
      `<p class="mark">EMULATOR &mdash; not Uzum Bank, no money moves</p><h1>Uzum Bank</h1>
       <p>Order <b>${escape(query.get(service.account_field)!)}</b></p>
       <form method="post">
       <p><label>Amount, so&lsquo;m <input name="sum" value="${escape(sum)}" inputmode="decimal" required></label></p>
       <button name="press" value="pay">Pay</button> <button name="press" value="fail">Fail</button></form>`
    )
  }

  private async press(query: URLSearchParams, form: URLSearchParams, res: ServerResponse): Promise<void> {
    const service = this.serviceOf(query)
    const amount = Math.round(Number((form.get("sum") ?? "").replace(",", ".")) * 100)
    if (!service || !Number.isSafeInteger(amount)) {
      html(res, 400, "<h1>EMULATOR of Uzum Bank</h1><p>This payment is wrong.</p>")
      return
    }
    const reference = query.get(service.account_field)!
    const payment = await this.pay(
      { service_id: service.service_id, reference, amount },
      form.get("press") === "pay"
    )
    const back = query.get("redirectUrl")
    if (payment.end === "paid" && back && /^https?:/.test(back)) {
      res.writeHead(303, { location: back }).end()
      return
    }
    const told = payment.replies.map(([call, { body }]) => `${call}: ${JSON.stringify(body)}`).join("\n")
    html(
      res,
      200,
      `<p class="mark">EMULATOR</p><h1>${payment.end === "paid" ? "Paid" : "Not paid"}</h1><pre>${escape(told)}</pre>`
    )
  }
}

function html(res: ServerResponse, status: number, body: string): void {
  const style =
    "body{font:16px system-ui;max-width:30rem;margin:3rem auto;padding:0 1rem}pre{white-space:pre-wrap}" +
    ".mark{background:#fde047;padding:.5rem;font-weight:700}button,input{font:inherit;padding:.5rem 1rem}"
  res
    .writeHead(status, { "content-type": "text/html; charset=utf-8" })
    .end(
      `<!doctype html><meta charset="utf-8"><title>EMULATOR of Uzum Bank</title><style>${style}</style>${body}`
    )
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString("utf8")
}

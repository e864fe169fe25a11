import { IncomingMessage, ServerResponse } from "node:http"
import {
  CheckoutLink,
  PaymeCaller,
  paymeId,
  PaymeReply,
  readCheckoutLink,
} from "../../scripts/support/payme-caller"
import { Button, escapeHtml, Language, languageOf, money, redirect, sendPage, textOf, word } from "./page"
import { EmulatorServer } from "./server"

/**
 * Payme's side, for developers and tests: the checkout page that a link leads to, the calls of the Merchant API that follow
 * a shopper's press of a button, and the merchant's cabinet, where refunds are made. Nothing of the market's own code is
 * used here, so that a mistake there cannot hide itself.
 */

export type EmulatedCashbox = { merchant_id: string; key: string }

/** What the shopper, or the merchant after them, does. */
export type Press = "pay" | "cancel" | "refund"

export type PaymePayment = {
  id: string
  link: CheckoutLink
  end: "refused" | "paid" | "canceled" | "refunded"
  replies: Array<[method: string, reply: PaymeReply]>
}

type Row = { id: string; time: number; amount: number; account: Record<string, string>; state: number }

const DAY_MS = 24 * 3600 * 1000
const TASHKENT_MS = 5 * 3600 * 1000
/** Reasons of a cancellation (Merchant API, "Cancel reasons"). */
const REASON = { not_executed: 3, refund: 5 }
const WAIT_SECONDS = 4

const BUTTONS: Button[] = [
  { value: "pay", label: "pay", kind: "main" },
  { value: "cancel", label: "refuse" },
  { value: "refund", label: "pay_and_refund" },
]
const TITLE = { refused: "not_paid", canceled: "not_paid", paid: "paid", refunded: "refunded" } as const

export class PaymeEmulator extends EmulatorServer {
  readonly payments = new Map<string, PaymePayment>()

  constructor(
    private readonly options: { market_url: string | (() => string); cashboxes: EmulatedCashbox[] }
  ) {
    super()
  }

  get cabinet_url(): string {
    return `${this.address}/cabinet`
  }

  /** A shopper presses a button of the checkout page; stops at the first refusal of the market. */
  async press(link: CheckoutLink, press: Press): Promise<PaymePayment> {
    const payment: PaymePayment = { id: paymeId(), link, end: "refused", replies: [] }
    this.payments.set(payment.id, payment)
    const { id } = payment
    const { account, amount } = link
    const begun =
      (await this.call(payment, "CheckPerformTransaction", { amount, account })) &&
      (await this.call(payment, "CreateTransaction", { id, time: Date.now(), amount, account }))
    if (!begun) {
      return payment
    }
    if (press === "cancel") {
      await this.call(payment, "CancelTransaction", { id, reason: REASON.not_executed })
      payment.end = "canceled"
    } else if (await this.call(payment, "PerformTransaction", { id })) {
      payment.end = "paid"
      await this.call(payment, "SetFiscalData", { id, type: "PERFORM", fiscal_data: fiscalData(id, "sale") })
      if (press === "refund") {
        await this.refund(payment)
      }
    }
    return payment
  }

  /** The merchant gives the money back in the cabinet. */
  async refund(payment: PaymePayment): Promise<PaymePayment> {
    const { id } = payment
    if (await this.call(payment, "CancelTransaction", { id, reason: REASON.refund })) {
      payment.end = "refunded"
      await this.call(payment, "SetFiscalData", { id, type: "CANCEL", fiscal_data: fiscalData(id, "refund") })
    }
    return payment
  }

  private async call(payment: PaymePayment, method: string, params: Record<string, unknown>) {
    const reply = await this.callerOf(payment.link.merchant).call(method, params)
    payment.replies.push([method, reply])
    return !!reply.result
  }

  private callerOf(merchantId: string): PaymeCaller {
    const { market_url, cashboxes } = this.options
    const { key } = cashboxes.find(({ merchant_id }) => merchant_id === merchantId)!
    return new PaymeCaller(
      (typeof market_url === "string" ? market_url : market_url()).replace(/\/+$/, ""),
      key
    )
  }

  protected async serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", this.address)
    const form = req.method === "POST" ? new URLSearchParams(await textOf(req)) : null
    const lang = languageOf(req, url.searchParams.get("lang"))
    if (url.pathname === "/cabinet") {
      return form ? this.refundRow(form.get("press") ?? "", lang, res) : this.cabinet(lang, res)
    }
    const shown = /^\/payment\/(\w+)$/.exec(url.pathname)
    if (shown) {
      return this.outcome(this.payments.get(shown[1]), lang, res)
    }
    const link = readCheckoutLink(url.href)
    const own = languageOf(req, url.searchParams.get("lang") ?? link.lang)
    const isKnown = this.options.cashboxes.some(({ merchant_id }) => merchant_id === link.merchant)
    const press = form?.get("press") as Press | null
    if (!isKnown || !Number.isSafeInteger(link.amount) || link.amount <= 0) {
      return sendPage(res, { provider: "Payme", lang: own, status: 400, note: "wrong_link", mood: "bad" })
    }
    if (form && press && BUTTONS.some(({ value }) => value === press)) {
      const { id } = await this.press(link, press)
      return redirect(res, `/payment/${id}?lang=${own}`)
    }
    sendPage(res, { ...paymentOf(link, own), buttons: BUTTONS })
  }

  /** What came of a payment, and the way back to the shop. */
  private outcome(payment: PaymePayment | undefined, lang: Language, res: ServerResponse): void {
    if (!payment) {
      return sendPage(res, { provider: "Payme", lang, status: 404, note: "nothing" })
    }
    const { end, link, replies } = payment
    const answers = replies.map(([method, { result, error }]): [string, unknown] => [method, result ?? error])
    sendPage(res, {
      ...paymentOf(link, lang),
      title: TITLE[end],
      mood: end === "paid" || end === "refunded" ? "good" : "bad",
      said: messageOf(replies, lang),
      answers,
      back: link.return_url,
      wait_seconds: WAIT_SECONDS,
    })
  }

  /** The payments of every cash box, as the market itself tells them (GetStatement), newest first. */
  private async statement(): Promise<Array<Row & { merchant: string }>> {
    const to = Date.now() + DAY_MS
    const rows = await Promise.all(
      this.options.cashboxes.map(async ({ merchant_id }) => {
        const reply = await this.callerOf(merchant_id).call("GetStatement", { from: to - 30 * DAY_MS, to })
        const found = (reply.result?.transactions ?? []) as Row[]
        return found.map((row) => ({ ...row, merchant: merchant_id }))
      })
    )
    return rows.flat().sort((a, b) => b.time - a.time)
  }

  private async cabinet(lang: Language, res: ServerResponse): Promise<void> {
    const rows = (await this.statement()).map(({ id, amount, account, state }) => {
      const title = state === 2 ? "paid" : state === -2 ? "refunded" : "not_paid"
      const button = `<form method="post"><button name="press" value="${id}">${word(lang, "refund")}</button></form>`
      return `<div class="row">${escapeHtml(Object.values(account).join(" "))}<br><b>${money(amount / 100)}</b> &middot;
        ${word(lang, title)}${state === 2 ? button : ""}</div>`
    })
    const note = rows.length ? undefined : ("no_payments" as const)
    sendPage(res, { provider: "Payme", lang, title: "cabinet", note, more: rows.join("\n") })
  }

  private async refundRow(id: string, lang: Language, res: ServerResponse): Promise<void> {
    const row = (await this.statement()).find((each) => each.id === id)
    if (!row) {
      return sendPage(res, { provider: "Payme", lang, status: 404, note: "nothing" })
    }
    const { merchant, account, amount } = row
    const link = { merchant, account, amount, lang, return_url: this.cabinet_url }
    const payment: PaymePayment = this.payments.get(id) ?? { id, link, end: "paid", replies: [] }
    this.payments.set(id, payment)
    payment.replies.length = 0
    payment.link = link
    await this.refund(payment)
    redirect(res, `/payment/${id}?lang=${lang}`)
  }
}

function paymentOf({ account, amount }: CheckoutLink, lang: Language) {
  const facts = Object.values(account).map((value): [string, string] => [word(lang, "order"), value])
  return { provider: "Payme", lang, amount: money(amount / 100), facts }
}

/** Why the market refused, as Payme tells the payer. */
function messageOf(replies: PaymePayment["replies"], lang: Language): string | undefined {
  const error = replies.map(([, reply]) => reply.error).find(Boolean)
  return typeof error?.message === "object" ? (error.message as Record<string, string>)[lang] : undefined
}

/** A fiscal receipt that nobody will find at the tax office. */
function fiscalData(id: string, kind: "sale" | "refund") {
  const digits = (from: number, length: number) =>
    String(BigInt(`0x${id.slice(from, from + 10)}`)).slice(0, length)
  const receipt_id = digits(kind === "sale" ? 0 : 4, 6)
  const fiscal_sign = digits(8, 12).padStart(12, "0")
  const inTashkent = new Date(Date.now() + TASHKENT_MS)
  const date = inTashkent.toISOString().replace(/\D/g, "").slice(0, 14)
  return {
    receipt_id,
    status_code: 0,
    message: "accepted",
    terminal_id: "EP000000000000",
    fiscal_sign,
    qr_code_url: `https://ofd.example/epi?t=EP000000000000&r=${receipt_id}&c=${date}&s=${fiscal_sign}`,
    date,
  }
}

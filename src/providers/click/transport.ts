import { ClickApiError } from "./errors"
import { parseKeepingDigits } from "./json-digits"
import { merchantAuth } from "./protocol"

export type MerchantAccount = {
  /** e.g. `https://api.click.uz/v2/merchant/` */
  api_url: string
  merchant_user_id: string
  merchant_api_key: string
}

/** What the transport needs of the world; tests bring their own. */
export type Outside = {
  fetch: typeof fetch
  now: () => number
  wait: (ms: number) => Promise<void>
  timeout_ms: number
}

export type ApiCall = {
  /** Name for errors and logs, e.g. `payment/status`. */
  operation: string
  method: "GET" | "POST" | "DELETE"
  /** Below the base address, each part encoded. */
  path: string
  /** JSON text. */
  body?: string
  /** False for the one call whose sample has no `Auth` header (`card_token/request`). */
  is_signed?: boolean
}

/**
 * HTTP answers that tell nothing of what was asked for: a wrong key or clock of ours, a wrong address, too many calls.
 * Whether an earlier call took effect is not known from them, as little as from HTTP 5xx.
 */
const TELLS_NOTHING = [401, 403, 404, 408, 409, 425, 429]

/** Between the tries of a call that only reads. */
const BACK_OFF_MS = [300, 1200]

export const realOutside: Outside = {
  fetch: (...args) => fetch(...args),
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  timeout_ms: 10_000,
}

/** Carries calls to Click's Merchant API (3.1). Only what changes nothing is tried again. */
export class ClickTransport {
  constructor(
    private readonly account: MerchantAccount,
    private readonly outside: Outside = realOutside
  ) {}

  /**
   * One call; a GET that brings no answer is repeated with growing pauses (M-04), anything else never.
   * @returns the members of the answer, whole numbers beyond 2^53 as text
   * @throws {ClickApiError} also for HTTP 200 with an `error_code` other than 0 (M-03)
   */
  async call(call: ApiCall): Promise<Record<string, unknown>> {
    for (const pause of call.method === "GET" ? BACK_OFF_MS : []) {
      try {
        return await this.once(call)
      } catch (error) {
        if (!(error instanceof ClickApiError) || error.kind !== "unavailable") {
          throw error
        }
        await this.outside.wait(pause)
      }
    }
    return this.once(call)
  }

  private async once(call: ApiCall): Promise<Record<string, unknown>> {
    const { status, text } = await this.send(call)
    const answer = readAnswer(text)
    const code = answer && Number(answer.error_code)
    const isUnreadable = status < 300 && (answer === null || !Number.isInteger(code))
    if (status >= 500 || TELLS_NOTHING.includes(status) || isUnreadable) {
      throw new ClickApiError("unavailable", call.operation, null, `no readable answer, HTTP ${status}`)
    }
    if (status >= 300 || answer === null || code !== 0) {
      const note = typeof answer?.error_note === "string" ? answer.error_note : `HTTP ${status}`
      throw new ClickApiError("refused", call.operation, Number.isInteger(code) ? code : null, note)
    }
    return answer
  }

  private async send({ operation, method, path, body, is_signed = true }: ApiCall) {
    const { api_url, merchant_user_id, merchant_api_key } = this.account
    const auth = merchantAuth(merchant_user_id, merchant_api_key, this.outside.now())
    try {
      const response = await this.outside.fetch(`${api_url.replace(/\/*$/, "/")}${path}`, {
        method,
        headers: {
          accept: "application/json",
          "content-type": "application/json",
          ...(is_signed ? { auth } : {}),
        },
        body,
        signal: AbortSignal.timeout(this.outside.timeout_ms),
      })
      return { status: response.status, text: await response.text() }
    } catch {
      // The cause may quote the request; the kind of failure is all that anybody acts on.
      throw new ClickApiError("unavailable", operation, null, "no answer")
    }
  }
}

function readAnswer(text: string): Record<string, unknown> | null {
  try {
    const value = parseKeepingDigits(text)
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

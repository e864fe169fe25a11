/** Plays Payme's side of the Merchant API, for the tour, the plugin check and tests: signs and posts JSON-RPC calls. */
export type PaymeReply = {
  status: number
  result?: Record<string, unknown>
  error?: { code: number; message: unknown; data?: string }
  id?: unknown
}

export class PaymeCaller {
  private nextId = 1

  constructor(
    private readonly baseUrl: string,
    private readonly key: string,
    private readonly login = "Paycom"
  ) {}

  /** One call; resolves with whatever was answered, errors of the protocol included. */
  async call(method: string, params: Record<string, unknown>): Promise<PaymeReply> {
    const response = await fetch(`${this.baseUrl}/hooks/payme`, {
      method: "POST",
      headers: {
        "content-type": "text/json; charset=UTF-8",
        authorization: `Basic ${Buffer.from(`${this.login}:${this.key}`).toString("base64")}`,
      },
      body: JSON.stringify({ method, params, id: this.nextId++ }),
    })
    return { status: response.status, ...((await response.json()) as object) }
  }
}

/** What a checkout link asks for; the amount is in tiyin. */
export type CheckoutLink = {
  merchant: string
  account: Record<string, string>
  amount: number
  lang: string | null
  return_url: string | null
}

/** Reads a Payme checkout link (Merchant API 1.3). */
export function readCheckoutLink(url: string): CheckoutLink {
  const text = Buffer.from(new URL(url).pathname.slice(1), "base64").toString("utf8")
  const pairs = text.split(";").map((pair) => {
    const at = pair.indexOf("=")
    return [pair.slice(0, at), pair.slice(at + 1)] as const
  })
  const account = pairs
    .filter(([name]) => name.startsWith("ac."))
    .map(([name, value]) => [name.slice(3), value])
  const get = (name: string) => pairs.find(([key]) => key === name)?.[1] ?? null
  return {
    merchant: get("m") ?? "",
    account: Object.fromEntries(account),
    amount: Number(get("a") ?? ""),
    lang: get("l"),
    return_url: get("c"),
  }
}

/** A transaction id as Payme makes them: 24 hexadecimal digits. */
export function paymeId(): string {
  return Array.from({ length: 24 }, () => Math.floor(Math.random() * 16).toString(16)).join("")
}

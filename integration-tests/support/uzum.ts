import { randomUUID } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { UzumOptions } from "../../src/lib/options"
import { Api, checkOut } from "./market"
import { Payment, PaymeWorld, Purchase } from "./payme"
import { testMarket } from "./suite"

/** The credentials of support/setup.ts: the test vector of the protocol. */
export const BASIC = "Basic ZmFrZV9sb2dpbjpmYWtlX3Bhc3N3b3Jk"
export const SERVICE_ID = 101202
export const UZUM = "pp_uzum_uzum"
export const HALF_AN_HOUR = 1_800_000

export const CALLS = ["check", "create", "confirm", "reverse", "status"] as const
export type Call = (typeof CALLS)[number]

/** An answer of the Merchant API; `text` is what was really sent. */
export type UzumAnswer = {
  http: number
  type: string | null
  text: string
  body: Record<string, unknown>
}

type Sending = { headers?: Record<string, string>; method?: string }

/** Uzum Bank's side of the wire. Every method resolves with whatever was answered. */
export class Uzum {
  constructor(private readonly api: Api & { defaults?: { baseURL: string } }) {}

  /** Sends a body as it stands. */
  async post(call: Call, body: string, { headers = {}, method = "POST" }: Sending = {}): Promise<UzumAnswer> {
    const response = await fetch(`${this.api.defaults!.baseURL}/hooks/uzum/${call}`, {
      method,
      headers: { "content-type": "application/json", authorization: BASIC, ...headers },
      body: method === "GET" ? undefined : body,
    })
    const text = await response.text()
    return {
      http: response.status,
      type: response.headers.get("content-type"),
      text,
      body: JSON.parse(text) as Record<string, unknown>,
    }
  }

  send(call: Call, body: object, sending?: Sending): Promise<UzumAnswer> {
    return this.post(call, JSON.stringify(body), sending)
  }

  check({ account }: Pick<Payment, "account">): Promise<UzumAnswer> {
    return this.send("check", { ...base(), params: account })
  }

  create({ account, amount }: Payment, transId: string): Promise<UzumAnswer> {
    return this.send("create", { ...base(), transId, params: account, amount })
  }

  confirm(transId: string, facts: object = {}): Promise<UzumAnswer> {
    return this.send("confirm", { ...base(), transId, ...BUYER, ...facts })
  }

  reverse(transId: string): Promise<UzumAnswer> {
    return this.send("reverse", { ...base(), transId })
  }

  status(transId: string): Promise<UzumAnswer> {
    return this.send("status", { ...base(), transId })
  }

  /** A fresh transaction of a purchase. */
  async created(purchase: Payment): Promise<string> {
    const id = randomUUID()
    expect((await this.create(purchase, id)).body).toMatchObject({ status: "CREATED" })
    return id
  }

  /** A purchase paid by a fresh transaction. */
  async paid(purchase: Payment): Promise<string> {
    const id = await this.created(purchase)
    expect((await this.confirm(id)).body).toMatchObject({ status: "CONFIRMED" })
    return id
  }
}

const base = () => ({ serviceId: SERVICE_ID, timestamp: Date.now() })
export const BUYER = {
  paymentSource: "UZCARD",
  tariff: null,
  processingReferenceNumber: "000",
  phone: "998900000000",
  cardType: 2,
}

/** A whole and right body of each call. */
export function bodyOf(call: Call, { account, amount }: Payment, transId: string): Record<string, unknown> {
  const params = { params: account }
  const parts: Record<Call, object> = {
    check: params,
    create: { transId, ...params, amount },
    confirm: { transId, ...BUYER },
    reverse: { transId },
    status: { transId },
  }
  return { ...base(), ...parts[call] }
}

/** Code of a refusal, with what every refusal must have. */
export function codeOf({ http, body }: UzumAnswer): unknown {
  if (http === 200) {
    return body.status
  }
  expect({ http, status: body.status, code: typeof body.errorCode }).toEqual({
    http: 400,
    status: "FAILED",
    code: "string",
  })
  return body.errorCode
}

/** The world of the provider suites, where every purchase is made with Uzum Bank chosen as the way to pay. */
export class UzumWorld extends PaymeWorld {
  readonly uzum: Uzum
  private undoUzum: (() => void) | null = null

  constructor(api: Api, getContainer: () => MedusaContainer, knex: never) {
    super(api, getContainer, knex)
    this.uzum = new Uzum(api)
  }

  override async buy(
    lines: Array<{ variant_id: string; quantity?: number }>,
    delivery: "pickup" | "courier" = "pickup"
  ): Promise<Purchase> {
    const bought = await checkOut(this.api, this.market, this.shopper, lines, delivery, UZUM)
    const { id: group_id, orders, payment_url, total } = bought.order_group
    const reference = new URL(payment_url).searchParams.get("order_id")!
    const account = { order_id: reference }
    return { cart_id: bought.cart_id, group_id, orders, payment_url, account, amount: total * 100, reference }
  }

  /** Changes settings of Uzum until the end of the test. */
  setUzum(change: Partial<UzumOptions>): void {
    const options = this.gateway.options.uzum
    const before = { ...options }
    this.undoUzum ??= () => Object.assign(options, before)
    Object.assign(options, change)
  }

  override restore(): void {
    super.restore()
    this.undoUzum?.()
    this.undoUzum = null
  }

  /** The alerts that were raised, oldest first. */
  alerts(): Promise<Array<Record<string, unknown>>> {
    return this.sql("select kind, provider_id, reference from gateway_alert order by id")
  }

  /** Everything that any call could have written. */
  override async everything(): Promise<string> {
    const [row] = await this.sql(
      "select count(*) || coalesce(md5(string_agg(a::text, '|' order by a.id)), '') as text from gateway_alert a"
    )
    return `${await super.everything()}\nalerts ${row.text}`
  }
}

/** Boots the application with an `UzumWorld` of its own; each test starts from the same two unpaid purchases. */
export function uzumSuite(name: string, suite: (world: UzumWorld) => void): void {
  testMarket({
    testSuite: ({ api, getContainer, dbConnection }) => {
      const world = new UzumWorld(api as unknown as Api, getContainer, dbConnection as never)
      beforeAll(() => world.open())
      describe(name, () => {
        afterEach(() => world.restore())
        suite(world)
      })
    },
  })
}

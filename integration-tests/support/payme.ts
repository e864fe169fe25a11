import { inspect } from "node:util"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { BozorOptions } from "../../src/lib/options"
import GatewayModuleService from "../../src/modules/gateway/service"
import { paymeId, readCheckoutLink } from "../../scripts/support/payme-caller"
import { breakOnce, Fault } from "./faults"
import {
  Api,
  checkOut,
  createCompany,
  createListing,
  createShopper,
  setUpMarket,
  TestCompany,
} from "./market"
import { testMarket } from "./suite"

/** The keys of support/setup.ts. */
export const KEY = "FAKE-LIVE-KEY-0000000000000000000000"
export const TEST_KEY = "FAKE-TEST-KEY-0000000000000000000000"

/** The provider id of the one cash box that the tests configure. */
export const PROVIDER = "pp_payme_payme"

const realNow = Date.now

/** What the capture of a group's money is written in: all of it, or nothing. */
export const CAPTURE_TABLES = [
  "payment_session",
  "payment",
  "capture",
  "payment_collection",
  "order_transaction",
  "order_summary",
  "company_order",
  "order_group",
] as const

/** What calls of a provider are written in. */
const WRITTEN = [
  "gateway_payable",
  "gateway_transaction",
  "gateway_key",
  "order_group",
  "payment",
  "capture",
  "refund",
  "payment_session",
  "order_transaction",
  "reservation_item",
] as const

/** How long a transaction waits for its money, counted from `params.time`. */
export const TWELVE_HOURS = 43_200_000

export const MAIN_METHODS = [
  "CheckPerformTransaction",
  "CreateTransaction",
  "PerformTransaction",
  "CancelTransaction",
  "CheckTransaction",
  "GetStatement",
] as const

/** The header that Payme signs its calls with. */
export function basic(key: string, login = "Paycom"): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${login}:${key}`).toString("base64")}` }
}

/** An answer of the Merchant API; `text` is what was really sent. */
export type Answer = {
  status: number
  type: string | null
  text: string
  id?: unknown
  result?: Record<string, unknown>
  error?: { code: number; message: unknown; data?: string }
}

type Headers = Record<string, string>
type CallOptions = { headers?: Headers; id?: number }

/** Payme's side of the wire. Every method resolves with whatever was answered. */
export class Payme {
  private serial = 0

  constructor(private readonly api: Api & { defaults?: { baseURL: string } }) {}

  get address(): string {
    return `${this.api.defaults!.baseURL}/hooks/payme`
  }

  /** Posts a body as it stands. */
  async post(body: string, headers: Headers = {}, method = "POST"): Promise<Answer> {
    const response = await fetch(this.address, {
      method,
      headers: { "content-type": "text/json; charset=UTF-8", ...basic(KEY), ...headers },
      body: method === "GET" ? undefined : body,
    })
    const text = await response.text()
    return {
      ...(JSON.parse(text) as object),
      status: response.status,
      type: response.headers.get("content-type"),
      text,
    }
  }

  call(method: string, params: unknown, { headers, id = ++this.serial }: CallOptions = {}): Promise<Answer> {
    return this.post(JSON.stringify({ method, params, id }), headers)
  }

  /** CheckPerformTransaction. */
  allows({ amount, account }: Payment): Promise<Answer> {
    return this.call("CheckPerformTransaction", { amount, account })
  }

  create({ amount, account }: Payment, id: string, time = Date.now()): Promise<Answer> {
    return this.call("CreateTransaction", { id, time, amount, account })
  }

  perform(id: string): Promise<Answer> {
    return this.call("PerformTransaction", { id })
  }

  cancel(id: string, reason = 5): Promise<Answer> {
    return this.call("CancelTransaction", { id, reason })
  }

  /** CheckTransaction. */
  check(id: string): Promise<Answer> {
    return this.call("CheckTransaction", { id })
  }

  statement(from: number, to: number): Promise<Answer> {
    return this.call("GetStatement", { from, to })
  }

  /** A fresh transaction of a purchase. */
  async created(purchase: Payment, time = Date.now()): Promise<string> {
    const id = paymeId()
    expect(await this.create(purchase, id, time)).toMatchObject({ result: { state: 1 } })
    return id
  }

  /** A purchase paid by a fresh transaction. */
  async paid(purchase: Payment): Promise<string> {
    const id = await this.created(purchase)
    expect(await this.perform(id)).toMatchObject({ result: { state: 2 } })
    return id
  }

  /** A fresh transaction cancelled before its money came. */
  async dropped(purchase: Payment): Promise<string> {
    const id = await this.created(purchase)
    expect(await this.cancel(id, 3)).toMatchObject({ result: { state: -1 } })
    return id
  }

  /** A purchase paid and given back. */
  async refunded(purchase: Payment): Promise<string> {
    const id = await this.paid(purchase)
    expect(await this.cancel(id, 5)).toMatchObject({ result: { state: -2 } })
    return id
  }
}

/** What Payme is told to ask for: account and tiyin, as they stand in the checkout link. */
export type Payment = { account: Record<string, unknown>; amount: number }

/** An order group that waits for its payment. */
export type Purchase = Payment & {
  cart_id: string
  group_id: string
  reference: string
  payment_url: string
  orders: Array<{ id: string; total: number; company: { id: string } }>
}

export type Listing = Awaited<ReturnType<typeof createListing>>
type Line = { variant_id: string; quantity?: number }
type Row = Record<string, unknown>
type Change = { payme?: Partial<BozorOptions["payme"]>; checkout?: Partial<BozorOptions["checkout"]> }

const LOAF = { name: "Tandir noni", cost: 3000, markup_percent: 10, stock: 50 }
const PATIR = { name: "Patir", cost: 5000, markup_percent: 10, stock: 50 }
const PHONE = { name: "Smartfon", cost: 1_000_000, markup_percent: 11, stock: 5 }
const FISCAL = { ikpu: "00702001001000001", package_code: "1234567", vat_percent: 12 }

/**
 * The world that every suite of Payme starts from: two companies, one shopper, and two purchases that wait for their
 * payment. `pair` is bought from both companies and delivered; `solo` is two lines of one company.
 */
export class PaymeWorld {
  readonly payme: Payme
  market!: Awaited<ReturnType<typeof setUpMarket>>
  shopper!: Awaited<ReturnType<typeof createShopper>>
  bread!: TestCompany
  phones!: TestCompany
  loaf!: Listing
  patir!: Listing
  phone!: Listing
  pair!: Purchase
  solo!: Purchase
  private undo: Array<() => void> = []

  constructor(
    readonly api: Api,
    readonly getContainer: () => MedusaContainer,
    private readonly knex: { raw: (sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
  ) {
    this.payme = new Payme(api)
  }

  async open(): Promise<void> {
    const container = this.getContainer()
    this.market = await setUpMarket(container, this.api)
    this.shopper = await createShopper(container, this.api, "ali@example.com", this.market.publishable_key)
    this.bread = await createCompany(container, this.api, "Baraka Market")
    this.phones = await createCompany(container, this.api, "TexnoOlam")
    this.loaf = await createListing(container, this.bread.id, { ...LOAF, ...FISCAL })
    this.patir = await createListing(container, this.bread.id, { ...PATIR, ...FISCAL })
    this.phone = await createListing(container, this.phones.id, PHONE)
    this.pair = await this.buy([this.line(this.loaf, 3), this.line(this.phone)], "courier")
    this.solo = await this.buy([this.line(this.loaf, 2), this.line(this.patir)])
  }

  /** Undoes what a test changed outside the database, which the runner restores. */
  restore(): void {
    jest.restoreAllMocks()
    this.undo
      .splice(0)
      .reverse()
      .forEach((undo) => undo())
  }

  /** Keeps the errors that a test provokes out of its output. */
  muteErrors(): void {
    const logger = this.getContainer().resolve(ContainerRegistrationKeys.LOGGER)
    jest.spyOn(logger, "error").mockImplementation((() => undefined) as never)
    // knex says there that a connection is gone.
    jest.spyOn(console, "log").mockImplementation(() => undefined)
  }

  /**
   * Nobody hears of events until the end of the test. Who listens (ledger, receipts) works beside the call, in another
   * process where there is Redis: its statements and its calls of Click are not those of the code under test.
   */
  silenceEvents(): void {
    const bus = this.getContainer().resolve(Modules.EVENT_BUS)
    jest.spyOn(bus, "emit").mockImplementation(async () => undefined)
    jest.spyOn(bus, "releaseGroupedEvents").mockImplementation(async () => undefined)
  }

  get gateway(): GatewayModuleService {
    return this.getContainer().resolve<GatewayModuleService>("gateway")
  }

  line({ variant_id }: Listing, quantity = 1): Line {
    return { variant_id, quantity }
  }

  /** From goods to a purchase that waits for its payment. */
  async buy(lines: Line[], delivery: "pickup" | "courier" = "pickup"): Promise<Purchase> {
    const { cart_id, order_group } = await checkOut(this.api, this.market, this.shopper, lines, delivery)
    const { account, amount } = readCheckoutLink(order_group.payment_url)
    const { id: group_id, orders, payment_url } = order_group
    return { cart_id, group_id, orders, payment_url, account, amount, reference: account.order_id }
  }

  /** Changes settings of the running application until the end of the test. */
  set({ payme = {}, checkout = {} }: Change): void {
    const { options } = this.gateway
    const before = { payme: { ...options.payme }, checkout: { ...options.checkout } }
    this.undo.push(() => {
      Object.assign(options.payme, before.payme)
      Object.assign(options.checkout, before.checkout)
    })
    Object.assign(options.payme, payme)
    Object.assign(options.checkout, checkout)
  }

  /** The application's clock runs ahead by this much, until the next call or the end of the test. */
  moveClock(ms: number): void {
    jest.spyOn(Date, "now").mockImplementation(() => realNow() + ms)
  }

  /** The application's clock stands still at this instant. */
  stopClock(at: number): void {
    jest.spyOn(Date, "now").mockImplementation(() => at)
  }

  async sql(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.knex.raw(statement, values)).rows
  }

  /** Lets the database fail once, in a place of the application's work; see `Fault`. */
  async break(fault: Fault): Promise<void> {
    this.muteErrors()
    await breakOnce((statement) => this.sql(statement), fault)
  }

  /** Whether the row that `break` waited for has come by. */
  async hasBroken(): Promise<boolean> {
    const [{ broken }] = await this.sql("select is_called and last_value <= 1 as broken from fault_rows")
    return Boolean(broken)
  }

  /** Pieces that can still be bought. */
  async available({ inventory_item_id }: Listing): Promise<number> {
    const [row] = await this.sql(
      "select sum(stocked_quantity - reserved_quantity) as n from inventory_level where inventory_item_id = ?",
      [inventory_item_id]
    )
    return Number(row.n)
  }

  /** The stored transactions of a purchase, oldest first. */
  transactions({ group_id }: Purchase): Promise<Row[]> {
    return this.sql(
      `select t.external_id as id, t.state, t.reason::int as reason from gateway_transaction t
         join gateway_payable p on p.id = t.payable_id where p.order_group_id = ? order by t.sequence`,
      [group_id]
    )
  }

  /** Everything that a call could have written, as one text: equal before and after means that nothing was. */
  async everything(tables: readonly string[] = WRITTEN): Promise<string> {
    const parts = tables.map(
      (name) =>
        `(select '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r.id)), '') from ${name} r)`
    )
    const [row] = await this.sql(`select concat_ws(e'\\n', ${parts.join(", ")}) as text`)
    return row.text as string
  }

  /** Waits for what a subscriber does after the answer. */
  async groupBecomes({ group_id }: Purchase, status: string): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const [group] = await this.sql("select status from order_group where id = ?", [group_id])
      if (group.status === status) {
        return
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`order group ${group_id} did not become ${status}`)
  }

  /** Where the money of a purchase stands: in the group, in each company's own view of its order, and in Medusa's rows. */
  async books(purchase: Purchase) {
    const orders = []
    for (const order of purchase.orders) {
      const owner = [this.bread, this.phones].find(({ id }) => id === order.company.id)!.owner
      const { data } = await this.api.get(`/merchant/orders/${order.id}`, owner.headers)
      orders.push({ status: data.order.status, paid_total: data.order.paid_total })
    }
    const [group] = await this.sql("select status from order_group where id = ?", [purchase.group_id])
    const [rows] = await this.sql(
      `select count(distinct p.id)::int as payments, count(distinct c.id)::int as captures,
              count(distinct r.id)::int as refunds
         from company_order o
         join payment p on p.payment_collection_id = o.payment_collection_id
         left join capture c on c.payment_id = p.id left join refund r on r.payment_id = p.id
        where o.group_id = ?`,
      [purchase.group_id]
    )
    return { group: group.status, orders, ...rows }
  }

  /** Makes a transaction look as if nobody had touched it for a minute, so that the job may finish it. */
  async age(id: string): Promise<void> {
    await this.sql(
      "update gateway_transaction set updated_at = now() - interval '1 minute' where external_id = ?",
      [id]
    )
  }

  /** Moves the end of a purchase's reservation into the past. */
  async overdue({ group_id }: Purchase, seconds: number): Promise<void> {
    const past = `now() - interval '${seconds} seconds'`
    await this.sql(`update order_group set expires_at = ${past} where id = ?`, [group_id])
    await this.sql(`update gateway_payable set expires_at = ${past} where order_group_id = ?`, [group_id])
  }
}

/** The books of a purchase whose money has come, once. */
export function paidBooks({ orders }: Purchase) {
  return {
    group: "paid",
    orders: orders.map(({ total }) => ({ status: "paid", paid_total: total })),
    payments: orders.length,
    captures: orders.length,
    refunds: 0,
  }
}

/** The books of a purchase that waits for its money. */
export function unpaidBooks({ orders }: Purchase) {
  return {
    group: "pending",
    orders: orders.map(() => ({ status: "pending", paid_total: 0 })),
    payments: 0,
    captures: 0,
    refunds: 0,
  }
}

/** The books of a purchase whose money came and went back, each once. */
export function refundedBooks({ orders }: Purchase) {
  return {
    group: "refunded",
    orders: orders.map(() => ({ status: "cancelled", paid_total: 0 })),
    payments: orders.length,
    captures: orders.length,
    refunds: orders.length,
  }
}

/**
 * Everything that is logged or printed while `work` runs, with every property of what is logged. The logger is heard by
 * itself, because where its lines come out depends on how jest was started.
 */
export async function printedDuring(
  container: MedusaContainer,
  work: () => Promise<unknown>
): Promise<string> {
  const printed: string[] = []
  const keep = (...args: unknown[]) => {
    printed.push(args.map((arg) => (typeof arg === "string" ? arg : inspect(arg, { depth: 9 }))).join(" "))
    return true
  }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const spies = [
    jest.spyOn(process.stdout, "write").mockImplementation(keep as never),
    jest.spyOn(process.stderr, "write").mockImplementation(keep as never),
    ...(["log", "info", "warn", "error", "debug"] as const).flatMap((level) => [
      jest.spyOn(console, level).mockImplementation(keep as never),
      jest.spyOn(logger, level).mockImplementation(keep as never),
    ]),
  ]
  try {
    await work()
  } finally {
    spies.forEach((spy) => spy.mockRestore())
  }
  return printed.join("\n")
}

/** Boots the application with a `PaymeWorld` of its own; each test starts from the same two unpaid purchases. */
export function paymeSuite(name: string, suite: (world: PaymeWorld) => void): void {
  testMarket({
    testSuite: ({ api, getContainer, dbConnection }) => {
      const world = new PaymeWorld(api as unknown as Api, getContainer, dbConnection as never)
      beforeAll(() => world.open())
      // A describe of its own: its clean-up runs before the runner's, which waits for workflows by the clock.
      describe(name, () => {
        afterEach(() => world.restore())
        suite(world)
      })
    },
  })
}

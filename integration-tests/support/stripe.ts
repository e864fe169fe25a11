import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import GatewayModuleService from "../../src/modules/gateway/service"
import { Intent, StripeEmulator, StripeEvent, stripeSignature } from "../emulators/stripe"
import {
  Api,
  attempt,
  createCompany,
  createListing,
  createShopper,
  fillCart,
  Reply,
  setUpMarket,
  TestCompany,
} from "./market"
import { testMarket } from "./suite"

export const STRIPE = "pp_stripe_stripe"
export const API_KEY = "FAKE-STRIPE-KEY-0000"
export const WEBHOOK_SECRET = "FAKE-WEBHOOK-SECRET-0000"

export type Listing = Awaited<ReturnType<typeof createListing>>
type Row = Record<string, unknown>
type Group = {
  id: string
  status: string
  total: number
  orders: Array<{ id: string; total: number; company: { id: string } }>
}

const LOAF = { name: "Tandir noni", cost: 3000, markup_percent: 10, stock: 50 }
const PHONE = { name: "Smartfon", cost: 1_000_000, markup_percent: 11, stock: 5 }

/** The world that the suites of Stripe start from: two companies, one shopper, and an emulator of Stripe. */
export class StripeWorld {
  market!: Awaited<ReturnType<typeof setUpMarket>>
  shopper!: Awaited<ReturnType<typeof createShopper>>
  bread!: TestCompany
  phones!: TestCompany
  loaf!: Listing
  phone!: Listing

  constructor(
    readonly stripe: StripeEmulator,
    readonly api: Api & { defaults?: { baseURL: string } },
    readonly getContainer: () => MedusaContainer,
    private readonly knex: { raw: (sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
  ) {}

  async open(): Promise<void> {
    const container = this.getContainer()
    this.market = await setUpMarket(container, this.api)
    this.shopper = await createShopper(container, this.api, "ali@example.com", this.market.publishable_key)
    this.bread = await createCompany(container, this.api, "Baraka Market")
    this.phones = await createCompany(container, this.api, "TexnoOlam")
    this.loaf = await createListing(container, this.bread.id, LOAF)
    this.phone = await createListing(container, this.phones.id, PHONE)
  }

  restore(): void {
    jest.restoreAllMocks()
    this.stripe.mend()
    this.stripe.forgetKeys()
  }

  muteErrors(): void {
    const logger = this.getContainer().resolve(ContainerRegistrationKeys.LOGGER)
    jest.spyOn(logger, "error").mockImplementation((() => undefined) as never)
    jest.spyOn(logger, "warn").mockImplementation((() => undefined) as never)
  }

  get gateway(): GatewayModuleService {
    return this.getContainer().resolve<GatewayModuleService>("gateway")
  }

  get webhookUrl(): string {
    return `${this.api.defaults!.baseURL}/hooks/payment/stripe_stripe`
  }

  /** A cart of one loaf and one phone (two companies), or of what is asked for, with a PaymentIntent. */
  async cart(lines?: Array<{ variant_id: string; quantity?: number }>, data?: object) {
    const wanted = lines ?? [{ variant_id: this.loaf.variant_id }, { variant_id: this.phone.variant_id }]
    const cart_id = await fillCart(this.api, this.market, this.shopper, wanted)
    return { cart_id, intent: await this.payBy(cart_id, data) }
  }

  /** Opens a session at Stripe for a cart, as a storefront does; the cart's newest PaymentIntent. */
  async payBy(cart_id: string, data?: object): Promise<Intent> {
    const { data: made } = await this.api.post("/store/payment-collections", { cart_id }, this.shopper)
    const { id } = made.payment_collection
    const { data: answer } = await this.api.post(
      `/store/payment-collections/${id}/payment-sessions`,
      { provider_id: STRIPE, data },
      this.shopper
    )
    const sessions = answer.payment_collection.payment_sessions as Array<{
      data: { id: string }
      created_at: string
    }>
    const known = sessions.map((session) => this.stripe.intents.get(session.data.id)!)
    return known[known.length - 1]
  }

  complete(cart_id: string): Promise<Reply> {
    return attempt(this.api.post(`/store/carts/${cart_id}/complete`, {}, this.shopper))
  }

  /** From goods to a group that is paid by Stripe. */
  async paid(lines?: Array<{ variant_id: string; quantity?: number }>) {
    const { cart_id, intent } = await this.cart(lines)
    this.stripe.confirm(intent.id)
    const { data } = await this.complete(cart_id)
    return { cart_id, intent, group: data.order_group as Group }
  }

  /** Tells of the newest event of a kind about a PaymentIntent. */
  async tell(type: string, intentId: string) {
    return this.send(this.stripe.event(type, intentId))
  }

  async send(event: StripeEvent, headers: Record<string, string> = {}) {
    const { status, text } = await this.stripe.deliver(event, this.webhookUrl, headers)
    return { status, body: JSON.parse(text) as { outcome?: string; code?: string; type?: string } }
  }

  async sql(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.knex.raw(statement, values)).rows
  }

  async available({ inventory_item_id }: Listing): Promise<number> {
    const [row] = await this.sql(
      "select sum(stocked_quantity - reserved_quantity) as n from inventory_level where inventory_item_id = ?",
      [inventory_item_id]
    )
    return Number(row.n)
  }

  /** Where the money of a cart stands: group, company orders, gateway, and Medusa's rows of the orders. */
  async books(cart_id: string) {
    const groups = await this.sql(
      `select g.id, g.status, g.total::float as total, g.provider_id,
              p.status as payable, t.state, t.external_id, t.amount_tiyin::float as amount_tiyin,
              t.settled_at is not null as settled
         from order_group g
         left join gateway_payable p on p.order_group_id = g.id
         left join gateway_transaction t on t.payable_id = p.id where g.cart_id = ?`,
      [cart_id]
    )
    const orders = await this.sql(
      `select c.total::float as total, c.paid_provider_id, c.paid_at is not null as is_paid, o.status,
              (select coalesce(sum(t.amount), 0)::float from order_transaction t where t.order_id = o.id) as booked,
              (select count(*)::int from capture x join payment y on y.id = x.payment_id
                where y.payment_collection_id = c.payment_collection_id) as captures,
              (select string_agg(s.provider_id, ',') from payment_session s
                where s.payment_collection_id = c.payment_collection_id and s.deleted_at is null) as booked_by
         from order_group g join company_order c on c.group_id = g.id join "order" o on o.id = c.order_id
        where g.cart_id = ? order by c.rank`,
      [cart_id]
    )
    return { groups, orders }
  }

  /** Everything that a call could have written, as one text: equal before and after means that nothing was. */
  async everything(): Promise<string> {
    const tables = [
      "gateway_payable",
      "gateway_transaction",
      "order_group",
      "company_order",
      "payment",
      "capture",
      "refund",
      "payment_session",
      "order_transaction",
      "reservation_item",
    ]
    const parts = [...tables, '"order"'].map(
      (name) =>
        `(select '${name.replaceAll('"', "")} ' || count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r.id)), '') from ${name} r)`
    )
    const [row] = await this.sql(`select concat_ws(e'\\n', ${parts.join(", ")}) as text`)
    return row.text as string
  }

  alerts(): Promise<Row[]> {
    return this.sql("select kind, reference, data from gateway_alert order by created_at")
  }

  sign(body: string, at?: number): string {
    return stripeSignature(body, WEBHOOK_SECRET, at)
  }
}

/** The books of a cart whose money has come, once. */
export function paidBooks(intent: Intent, totals: number[], minorPerMajor = 100) {
  const total = totals.reduce((sum, one) => Math.round((sum + one) * 100) / 100, 0)
  return {
    groups: [
      expect.objectContaining({
        status: "paid",
        total,
        provider_id: STRIPE,
        payable: "paid",
        state: 2,
        external_id: intent.id,
        amount_tiyin: Math.round(total * minorPerMajor),
        settled: true,
      }),
    ],
    orders: totals.map((one) =>
      expect.objectContaining({
        total: one,
        paid_provider_id: STRIPE,
        is_paid: true,
        status: "pending",
        booked: one,
        captures: 1,
        booked_by: "pp_share_share",
      })
    ),
  }
}

/** Starts Stripe's emulator, tells the application where it is, and boots the application. */
export function stripeSuite(name: string, suite: (world: StripeWorld) => void): void {
  const stripe = new StripeEmulator({ apiKey: API_KEY, webhookSecret: WEBHOOK_SECRET })
  // Before the runner reads the configuration.
  beforeAll(async () => {
    Object.assign(process.env, {
      STRIPE_API_KEY: API_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_URL: await stripe.start(),
    })
  })
  afterAll(() => stripe.stop())
  testMarket({
    testSuite: ({ api, getContainer, dbConnection }) => {
      const world = new StripeWorld(stripe, api as unknown as Api, getContainer, dbConnection as never)
      beforeAll(() => world.open())
      describe(name, () => {
        afterEach(() => world.restore())
        suite(world)
      })
    },
  })
}

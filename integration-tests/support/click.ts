import { MedusaContainer } from "@medusajs/framework/types"
import { ClickOptions } from "../../src/lib/options"
import { ClickCaller, ClickEmulator, ClickReply, Fields } from "../emulators/click"
import { Api, checkOut } from "./market"
import { PaymeWorld, Purchase } from "./payme"
import { testMarket } from "./suite"

/** The service of support/setup.ts. */
export const CLICK_SERVICE = {
  service_id: "12345",
  merchant_id: "54321",
  secret_key: "FAKE_CLICK_SECRET",
  merchant_user_id: "4321",
}
export const CLICK_PROVIDER = "pp_click_click"

/** A Prepare that was answered with 0: its fields, and our id of it. */
export type Prepared = { fields: Fields; id: number }

type Line = { variant_id: string; quantity?: number }

/** What Click is told to ask for: reference and sums, as they stand in the payment link. */
export function paymentOf({ reference, amount }: Pick<Purchase, "reference" | "amount">) {
  return { reference, amount: `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}` }
}

/** The market of `PaymeWorld`, where shoppers choose Click, and Click's side of the wire. */
export class ClickWorld extends PaymeWorld {
  readonly click: ClickCaller
  private readonly undoClick: Array<() => void> = []

  constructor(
    api: Api,
    getContainer: () => MedusaContainer,
    knex: { raw: (sql: string, values?: unknown[]) => Promise<{ rows: Array<Record<string, unknown>> }> }
  ) {
    super(api, getContainer, knex)
    this.click = new ClickCaller(() => this.address, CLICK_SERVICE)
  }

  get address(): string {
    return (this.api as Api & { defaults: { baseURL: string } }).defaults.baseURL
  }

  override async buy(lines: Line[], delivery: "pickup" | "courier" = "pickup"): Promise<Purchase> {
    const { cart_id, order_group } = await checkOut(
      this.api,
      this.market,
      this.shopper,
      lines,
      delivery,
      CLICK_PROVIDER
    )
    const { id: group_id, orders, payment_url } = order_group
    const query = new URL(payment_url).searchParams
    const reference = query.get("transaction_param")!
    const amount = Math.round(Number(query.get("amount")) * 100)
    return { cart_id, group_id, orders, payment_url, account: { order_id: reference }, amount, reference }
  }

  override restore(): void {
    super.restore()
    this.undoClick.splice(0).forEach((undo) => undo())
  }

  /** Changes settings of Click until the end of the test. */
  setClick(change: Partial<ClickOptions>): void {
    const { click } = this.gateway.options
    const before = { ...click }
    this.undoClick.push(() => void Object.assign(click, before))
    Object.assign(click, change)
  }

  /** Starts Click's side with its Merchant API, and points the market to it, until the end of the test. */
  async startEmulator(): Promise<ClickEmulator> {
    const emulator = new ClickEmulator({ market_url: () => this.address, services: [CLICK_SERVICE] })
    await emulator.listen()
    this.undoClick.push(() => void emulator.close())
    this.setClick({ pay_url: emulator.pay_url, api_url: emulator.api_url })
    return emulator
  }

  prepare(purchase: Purchase, change: Fields = {}): Promise<ClickReply> {
    return this.click.send(this.click.prepareFields(paymentOf(purchase), change))
  }

  /** A fresh Prepare, answered with 0. */
  async prepared(purchase: Purchase, change: Fields = {}): Promise<Prepared> {
    const fields = this.click.prepareFields(paymentOf(purchase), change)
    const reply = await this.click.send(fields)
    expect(reply).toMatchObject({ status: 200, error: 0, merchant_prepare_id: expect.any(Number) })
    return { fields, id: reply.merchant_prepare_id! }
  }

  complete({ fields, id }: Prepared, change: Fields = {}): Promise<ClickReply> {
    return this.click.send(this.click.completeFields(fields, id, change))
  }

  /** A purchase that Click has paid. */
  async paid(purchase: Purchase): Promise<Prepared> {
    const prepared = await this.prepared(purchase)
    expect(await this.complete(prepared)).toMatchObject({ error: 0, merchant_confirm_id: prepared.id })
    return prepared
  }

  /** Click's attempts at a purchase, oldest first. */
  async attempts({ group_id }: Purchase): Promise<Array<{ id: number; state: number }>> {
    const rows = await this.sql(
      `select t.sequence::int as id, t.state::int as state from gateway_transaction t
         join gateway_payable p on p.id = t.payable_id
        where p.order_group_id = ? and t.provider_id = ? order by t.sequence`,
      [group_id, CLICK_PROVIDER]
    )
    return rows as Array<{ id: number; state: number }>
  }

  /** Id of the gateway's row of an attempt. */
  async transactionId({ id }: Prepared): Promise<string> {
    const [row] = await this.sql("select id from gateway_transaction where sequence = ?", [id])
    return row.id as string
  }

  alerts(): Promise<Array<Record<string, unknown>>> {
    return this.sql(
      `select kind, data ->> 'click_paydoc_id' as paydoc, data ->> 'verdict' as verdict, resolution,
              resolved_at is not null as is_resolved from gateway_alert order by created_at, id`
    )
  }

  /** Makes alerts look two minutes old, so that the job looks at them. */
  async ageAlerts(): Promise<void> {
    await this.sql("update gateway_alert set created_at = created_at - interval '2 minutes'")
  }

  override async everything(): Promise<string> {
    const [row] = await this.sql(
      "select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r.id)), '') as text from gateway_alert r"
    )
    return `${await super.everything()}\n${row.text}`
  }
}

/** Boots the application with a `ClickWorld` of its own; each test starts from the same two unpaid purchases. */
export function clickSuite(name: string, suite: (world: ClickWorld) => void): void {
  testMarket({
    testSuite: ({ api, getContainer, dbConnection }) => {
      const world = new ClickWorld(api as unknown as Api, getContainer, dbConnection as never)
      beforeAll(() => world.open())
      // A describe of its own: its clean-up runs before the runner's, which waits for workflows by the clock.
      describe(name, () => {
        afterEach(() => world.restore())
        suite(world)
      })
    },
  })
}

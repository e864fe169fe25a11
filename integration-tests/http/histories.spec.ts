import fc from "fast-check"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findImbalances } from "../../src/workflows/books"
import { cancelCompanyOrder } from "../../src/workflows/company-order/cancel"
import { confirmPayment } from "../../src/workflows/company-order/confirm-payment"
import { refundOrder } from "../../src/workflows/refund"
import { completeRefundByHand, giveUpRefund } from "../../src/workflows/refund/by-hand"
import { closeSettlements, markSettlementPaid } from "../../src/workflows/settlement"
import { catchUp } from "../support/books"
import { cloneGroup } from "../support/clone-group"
import { breakOnce } from "../support/faults"
import { BATCH, HISTORIES, TELL } from "../support/histories"
import { checkOut } from "../support/market"
import { PaymeWorld, paymeSuite, Purchase } from "../support/payme"
import { clickSide, paymeSide, Side, uzumSide } from "../support/sides"

/** Everything that can happen to a group's money. `which` chooses among its orders or refunds. */
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("pay" as const), side: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("confirm" as const), which: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("provider cancels" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("refund" as const),
      which: fc.nat(1),
      percent: fc.integer({ min: 1, max: 130 }),
      restock: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("refund a piece" as const), which: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("done by hand" as const), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("given up" as const), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancel" as const), which: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("settle" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("jobs" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("crash" as const),
      on: fc.constantFrom(
        "payment",
        "capture",
        "refund",
        "order_transaction",
        "company_order",
        "company_refund",
        "gateway_transaction",
        "ledger_entry",
        "receipt"
      ),
      row: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("again" as const) }) }
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

/** Most histories have a payment in them, because without money nothing much can happen; a crash may hit anything. */
const someHappenings = fc
  .tuple(
    fc.array(happening, { maxLength: 2 }),
    fc.option(fc.nat(2), { freq: 8 }),
    fc.array(happening, { minLength: 1, maxLength: 6 })
  )
  .map(([before, side, after]) => (isCash: boolean): Happening[] => {
    const confirmed: Happening[] = [0, 1].map((which) => ({ kind: "confirm", which }))
    const payment: Happening[] = side === null ? [] : isCash ? confirmed : [{ kind: "pay", side }]
    return [...before, ...payment, ...after]
  })

paymeSuite("random histories of money", (world: PaymeWorld) => {
  const container = () => world.getContainer()
  let sides: Side[]
  let online: Purchase
  let cash: Purchase

  beforeEach(async () => {
    world.muteErrors()
    const logger = container().resolve(ContainerRegistrationKeys.LOGGER)
    jest.spyOn(logger, "warn").mockImplementation((() => undefined) as never)
    sides = [paymeSide(world), clickSide(world), uzumSide(world)]
    await world.sql("update inventory_level set stocked_quantity = 1000000")
    online = world.pair
    const lines = [world.line(world.loaf, 3), world.line(world.phone)]
    const bought = await checkOut(world.api, world.market, world.shopper, lines, "courier", "pp_cash_cash")
    cash = { ...online, group_id: bought.order_group.id, orders: bought.order_group.orders }
  })

  /** What the outside knows of a group after a history: money in, money back. */
  class History {
    payments = new Map<string, unknown>()
    last: Happening | null = null
    told: string[] = []

    constructor(
      readonly group: Purchase,
      readonly isCash: boolean
    ) {}

    orders() {
      return world.sql(
        `select c.id, c.order_id, c.company_id, c.total::float8 as total, c.paid_at is not null as is_paid,
                c.refunded_total::float8 as refunded
           from company_order c where c.group_id = ? order by c.rank`,
        [this.group.group_id]
      )
    }

    refunds() {
      return world.sql(
        `select r.id, r.status, r.amount::float8 as amount, r.company_order_id from company_refund r
           join company_order c on c.id = r.company_order_id where c.group_id = ? order by r.created_at, r.id`,
        [this.group.group_id]
      )
    }

    async happen(what: Happening): Promise<void> {
      const todo = what.kind === "again" ? this.last : what
      if (!todo) {
        return
      }
      this.last = todo
      // A refusal is an answer like any other; what counts is what the books say afterwards.
      await this.run(todo).then(
        () => this.told.push(todo.kind),
        (error: Error) => this.told.push(`${todo.kind}: ${error.message.slice(0, 60)}`)
      )
    }

    private async run(what: Happening): Promise<unknown> {
      const orders = await this.orders()
      switch (what.kind) {
        case "pay":
          return this.pay(sides[what.side])
        case "confirm": {
          const order = orders[what.which]
          return confirmPayment(container(), {
            order_id: String(order.order_id),
            company_id: String(order.company_id),
            confirmed_by: "user_test",
          })
        }
        case "provider cancels": {
          const id = this.payments.get("Payme") as string | undefined
          return id && world.payme.cancel(id, 5)
        }
        case "refund": {
          const { order_id, total } = orders[what.which]
          const amount = Math.max(1, Math.round((Number(total) * what.percent) / 100))
          return this.refund(String(order_id), { amount }, what.restock)
        }
        case "refund a piece": {
          const { id, order_id } = orders[what.which]
          const [line] = await world.sql(
            "select id from company_order_line where company_order_id = ? order by id limit 1",
            [id]
          )
          return this.refund(String(order_id), { items: [{ id: String(line.id), quantity: 1 }] }, true)
        }
        case "done by hand":
        case "given up": {
          const due = (await this.refunds()).filter(({ status }) => status === "due")
          const id = String(due[what.which % (due.length || 1)]?.id ?? "cref_nobody")
          return what.kind === "given up"
            ? giveUpRefund(container(), { id, reason: "kerak emas" })
            : completeRefundByHand(container(), { id, proof: `to‘lov topshirig‘i ${id}` })
        }
        case "cancel":
          return cancelCompanyOrder(container(), {
            order_id: String(orders[what.which].order_id),
            reason: "tugadi",
            canceled_by: "user_test",
          })
        case "settle":
          return settle()
        case "jobs":
          return jobs()
        case "crash":
          return breakOnce((statement) => world.sql(statement), { on: what.on, row: what.row })
      }
    }

    private async pay(side: Side): Promise<void> {
      const known = this.payments.get(side.name)
      if (known) {
        await side.confirm(known)
        return
      }
      const { payment, taken } = await side.begin(this.group)
      if (taken) {
        this.payments.set(side.name, payment)
        await side.confirm(payment)
      }
    }

    private refund(order_id: string, request: object, restock: boolean) {
      return refundOrder(container(), {
        order_id,
        request,
        restock,
        reason: "sinov",
        requested_by: "user_test",
        request_key: null,
      })
    }
  }

  let period = Date.UTC(2040, 0, 1)
  /** Closes the next day for everybody, and pays what it says; far ahead, so that no money is held back. */
  async function settle(): Promise<void> {
    const day = new Date(period).toISOString().slice(0, 10)
    period += 86_400_000
    const { ids } = await closeSettlements(container(), { from: day, to: day, now: new Date(period + 9e9) })
    for (const id of ids) {
      await markSettlementPaid(container(), { id, proof: "bank", paid_by: "user_test" }).catch(
        () => undefined
      )
    }
  }

  const jobs = () => catchUp(container())

  /** What must hold of a group by itself, whatever has happened to it. */
  async function expectSound(history: History): Promise<void> {
    const refunds = await history.refunds()
    for (const order of await history.orders()) {
      const own = refunds.filter(({ company_order_id }) => company_order_id === order.id)
      const sum = (...states: string[]) =>
        own.reduce((all, row) => all + (states.includes(String(row.status)) ? Number(row.amount) : 0), 0)
      expect(Number(order.refunded)).toBeCloseTo(sum("succeeded"), 6)
      expect(sum("succeeded", "due", "processing")).toBeLessThanOrEqual(
        order.is_paid ? Number(order.total) + 1e-6 : 0
      )
    }
    const winners = await world.sql(
      `select count(*) filter (where t.state in (2, -2))::int as n from gateway_transaction t
         join gateway_payable p on p.id = t.payable_id where p.order_group_id = ?`,
      [history.group.group_id]
    )
    expect(Number(winners[0].n)).toBeLessThanOrEqual(1)
  }

  /** Each batch starts from the same small database, so that looking at all of its books stays quick. */
  const batches = Array.from({ length: Math.ceil(HISTORIES / BATCH) }, (_, index) =>
    Math.min(BATCH, HISTORIES - index * BATCH)
  )

  it.each(batches)(
    "%d of them: the books balance after each",
    async (count) => {
      let ran = 0
      await fc.assert(
        fc.asyncProperty(someHappenings, fc.boolean(), async (happenings, isCash) => {
          const sql = (statement: string, values?: unknown[]) => world.sql(statement, values)
          const began = Date.now()
          const template = isCash ? cash : online
          const { group_id, reference } = await cloneGroup(sql, template.group_id)
          const history = new History(
            { ...template, group_id, reference, account: { order_id: reference } },
            isCash
          )
          for (const what of happenings(isCash)) {
            await history.happen(what)
          }
          await world.sql("drop function if exists fault cascade")
          await jobs()
          await expectSound(history)
          const { imbalances } = await findImbalances(container())
          expect({ told: history.told, imbalances }).toEqual({ told: history.told, imbalances: [] })
          ran++
          if (TELL) {
            console.error(JSON.stringify({ isCash, told: history.told, ms: Date.now() - began }))
          }
        }),
        { numRuns: count, endOnFailure: true }
      )
      expect(ran).toBe(count)
    },
    20 * 60_000
  )
})

import { randomUUID } from "node:crypto"
import fc from "fast-check"
import finishPayments from "../../../src/jobs/finish-payments"
import pollUzumCheckoutJob from "../../../src/jobs/poll-uzum-checkout"
import { lookAtCheckout, refundUzumCheckout, uzumCheckoutUrl } from "../../../src/workflows/uzum-checkout"
import { EmulatedOrder, UzumCheckoutEmulator } from "../../emulators/uzum-checkout"
import { checkOut } from "../../support/market"
import { paidBooks, Purchase, refundedBooks, unpaidBooks } from "../../support/payme"
import { HALF_AN_HOUR, uzumSuite } from "../../support/uzum"

const PROVIDER = "pp_uzumcheckout_uzumcheckout"
const TERMINAL = { terminal_id: "00000000-0000-4000-8000-00000000000a", api_key: "FAKE-CHECKOUT-KEY" }
const TOKEN = "fake-callback-token-0001"

/**
 * Uzum Checkout against an emulator of its API: registration, callbacks, two-step payments, refunds. The numbers are
 * those of the conformance checklist.
 */
uzumSuite("Uzum Checkout", (world) => {
  const callbackUrl = (token = TOKEN) =>
    `${(world.api as unknown as { defaults: { baseURL: string } }).defaults.baseURL}/hooks/uzum-checkout/${token}`
  let uzum: UzumCheckoutEmulator

  beforeEach(async () => {
    uzum = new UzumCheckoutEmulator({ callback_url: callbackUrl, terminals: [TERMINAL] })
    await uzum.listen()
    set({ pay_type: "ONE_STEP", auto_fiscal: false, session_seconds: 1800 })
    world.gateway.options.uzum_checkout.terminals[0].base_url = uzum.base_url
  })
  afterEach(() => uzum.close())

  function set(change: Partial<typeof world.gateway.options.uzum_checkout>): void {
    Object.assign(world.gateway.options.uzum_checkout, change)
  }

  async function payableOf({ group_id }: Purchase) {
    const [payable] = await world.gateway.payablesOf([group_id])
    return payable
  }
  const urlOf = async (purchase: Purchase) =>
    uzumCheckoutUrl(world.getContainer(), await payableOf(purchase), {
      lang: "uz",
      return_url: "https://shop.example/back",
    })
  /** The page of a purchase, as Uzum knows it. */
  async function registered(purchase: Purchase): Promise<EmulatedOrder> {
    const url = await urlOf(purchase)
    return uzum.orders.get(url!.split("/pay/")[1])!
  }
  async function paid(purchase: Purchase): Promise<EmulatedOrder> {
    const order = uzum.pay((await registered(purchase)).orderId)
    expect(await uzum.tell(order)).toBe(200)
    expect(await world.books(purchase)).toEqual(paidBooks(purchase))
    return order
  }
  const look = ({ orderId }: EmulatedOrder) =>
    lookAtCheckout(world.getContainer(), { provider_id: PROVIDER, external_id: orderId }, Date.now())
  const poll = () => pollUzumCheckoutJob(world.getContainer())
  const rowOf = async ({ orderId }: EmulatedOrder) =>
    (await world.gateway.findTransaction({ provider_id: PROVIDER, external_id: orderId }))!
  async function refund(order: EmulatedOrder, amount_tiyin: number, idempotency_key: string = randomUUID()) {
    const { id } = await rowOf(order)
    return refundUzumCheckout(world.getContainer(), { transaction_id: id, amount_tiyin, idempotency_key })
  }
  const operationIds = (path: string) => uzum.asked(path).map(({ headers }) => headers["x-operation-id"])
  async function unchanged<T>(calls: () => Promise<T>): Promise<T> {
    const before = await world.everything()
    const answers = await calls()
    expect(await world.everything()).toBe(before)
    return answers
  }

  describe("registration", () => {
    it("K-01 order first, then pay: three headers, tiyin, an order number of ours; the page is given again", async () => {
      const url = await urlOf(world.pair)
      expect(url).toBe(`${uzum.address}/pay/${[...uzum.orders.keys()][0]}`)
      const [request] = uzum.asked("payment/register")
      expect(request.headers).toEqual({
        "x-terminal-id": TERMINAL.terminal_id,
        "x-api-key": TERMINAL.api_key,
        "content-language": "uz-UZ",
        "x-operation-id": undefined,
      })
      expect(request.body).toMatchObject({
        amount: world.pair.amount,
        currency: 860,
        orderNumber: `${world.pair.reference}-1`,
        clientId: world.shopper.customer_id,
        successUrl: "https://shop.example/back",
      })
      // The page closes with the reservation of the goods, at the latest.
      expect(request.body.sessionTimeoutSecs).toBeGreaterThan(1700)
      expect(request.body.sessionTimeoutSecs).toBeLessThan(1800)
      expect(await urlOf(world.pair)).toBe(url)
      expect(uzum.asked("payment/register")).toHaveLength(1)
    })

    it("chosen at the checkout: the order group says where to pay", async () => {
      const lines = [world.line(world.loaf)]
      const bought = await checkOut(world.api, world.market, world.shopper, lines, "pickup", PROVIDER)
      const { data } = await world.api.get(
        `/store/order-groups/${bought.order_group.id}?return_url=https://shop.example/back`,
        world.shopper
      )
      const order = uzum.orders.get(data.order_group.payment_url.split("/pay/")[1])!
      expect(order).toMatchObject({
        amount: bought.order_group.total * 100,
        back: "https://shop.example/back",
      })
      await uzum.tell(uzum.pay(order.orderId))
      const after = await world.api.get(`/store/order-groups/${bought.order_group.id}`, world.shopper)
      expect(after.data.order_group).toMatchObject({ status: "paid", payment_url: null })
    })

    it("another way back: another page, and three at the most", async () => {
      const payable = await payableOf(world.pair)
      const ask = (return_url?: string) => uzumCheckoutUrl(world.getContainer(), payable, { return_url })
      const first = await ask()
      const others = [
        await ask("https://a.example/"),
        await ask("https://b.example/"),
        await ask("https://c.example/"),
      ]
      expect(new Set([first, ...others]).size).toBe(3)
      expect(await ask("https://a.example/")).toBe(others[0])
      expect(uzum.asked("payment/register")).toHaveLength(3)
    })

    it("twenty shoppers' clicks at once: one registration, one page", async () => {
      const urls = await Promise.all(Array.from({ length: 20 }, () => urlOf(world.pair)))
      expect(new Set(urls).size).toBe(1)
      expect(uzum.asked("payment/register")).toHaveLength(1)
      expect(await world.transactions(world.pair)).toHaveLength(1)
    })

    it("K-02 the answer is lost: said clearly; the next try gets a page under another number", async () => {
      uzum.fail("payment/register", "lost")
      await expect(urlOf(world.pair)).rejects.toMatchObject({ code: "UZUM_CHECKOUT_UNAVAILABLE" })
      expect(await world.transactions(world.pair)).toEqual([])
      const order = await registered(world.pair)
      expect(uzum.asked("payment/register").map(({ body }) => body.orderNumber)).toEqual([
        `${world.pair.reference}-1`,
        `${world.pair.reference}-1`,
        `${world.pair.reference}-2`,
      ])
      expect(order.orderNumber).toBe(`${world.pair.reference}-2`)
    })

    it("K-02 a payment of the lost registration is taken up when its callback comes", async () => {
      uzum.fail("payment/register", "lost")
      await expect(urlOf(world.pair)).rejects.toThrow()
      const [lost] = uzum.orders.values()
      expect(await uzum.tell(uzum.pay(lost.orderId))).toBe(200)
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await urlOf(world.pair)).toBeNull()
    })

    it("K-11 a page whose time is over is replaced, under a new number", async () => {
      const first = await registered(world.pair)
      await world.sql("update gateway_payable set expires_at = null")
      const now = Date.now()
      world.stopClock(now + HALF_AN_HOUR - 30_000)
      const second = await registered(world.pair)
      expect([first.orderNumber, second.orderNumber]).toEqual([
        `${world.pair.reference}-1`,
        `${world.pair.reference}-2`,
      ])
    })

    it("a card that was declined: the next page is a new one", async () => {
      const first = await registered(world.pair)
      uzum.pay(first.orderId, false)
      const second = await registered(world.pair)
      expect(second.orderNumber).toBe(`${world.pair.reference}-2`)
      expect((await rowOf(first)).state).toBe(-1)
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
    })

    it("a page is open as long as the goods are kept, and ten minutes at least", async () => {
      await world.sql(
        "update gateway_payable set expires_at = now() + interval '12 minutes' where order_group_id = ?",
        [world.pair.group_id]
      )
      await world.sql(
        "update gateway_payable set expires_at = now() + interval '2 minutes' where order_group_id = ?",
        [world.solo.group_id]
      )
      await registered(world.pair)
      await registered(world.solo)
      const [long, short] = uzum.asked("payment/register").map(({ body }) => body.sessionTimeoutSecs)
      expect([short, (long as number) > 700, (long as number) <= 720]).toEqual([600, true, true])
    })

    it("an order that Uzum does not know any more is closed in time, and a new page is made", async () => {
      const lost = await registered(world.pair)
      uzum.orders.delete(lost.orderId)
      await poll()
      expect((await rowOf(lost)).state).toBe(1)
      world.stopClock(((await rowOf(lost)).details!.session_ends_at as number) + 600_000)
      await poll()
      expect((await rowOf(lost)).state).toBe(-1)
    })

    it("paid, expired or unknown: no page", async () => {
      await paid(world.pair)
      expect(await urlOf(world.pair)).toBeNull()
      await world.overdue(world.solo, 1)
      expect(await urlOf(world.solo)).toBeNull()
      expect(uzum.asked("payment/register")).toHaveLength(1)
    })

    it("Uzum refuses or does not answer: the shopper is told, nothing is stored", async () => {
      uzum.fail("payment/register", { errorCode: 3004 }, "down")
      for (const text of [/3004.*enable/, /not known/]) {
        const error = await unchanged(() => urlOf(world.pair).catch((thrown: unknown) => thrown))
        expect(error).toMatchObject({
          code: "UZUM_CHECKOUT_UNAVAILABLE",
          message: expect.stringMatching(text),
        })
      }
    })
  })

  describe("callbacks", () => {
    it("K-03 a forged callback: Uzum says REGISTERED, nothing changes, HTTP 200", async () => {
      const order = await registered(world.pair)
      const forged = { orderId: order.orderId, operationState: "SUCCESS", operationType: "COMPLETE" }
      expect(await unchanged(() => uzum.callBack({ ...forged, orderNumber: order.orderNumber }))).toBe(200)
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
    })

    it("a wrong token: 404, Uzum is not even asked", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      const asked = uzum.requests.length
      const stranger = new UzumCheckoutEmulator({
        callback_url: () => callbackUrl("wrong-callback-token"),
        terminals: [TERMINAL],
      })
      expect(await unchanged(() => stranger.tell(order))).toBe(404)
      expect(uzum.requests).toHaveLength(asked)
    })

    it("K-04 the same callback five times, and twenty at once: one capture", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      for (let turn = 0; turn < 5; turn++) {
        expect(await uzum.tell(order)).toBe(200)
      }
      await Promise.all(Array.from({ length: 20 }, () => uzum.tell(order)))
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await rowOf(order)).toMatchObject({ state: 2, amount_tiyin: world.pair.amount })
    })

    it("twenty callbacks at once for a payment that nobody has booked: one capture", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      await Promise.all(Array.from({ length: 20 }, () => uzum.tell(order)))
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("bad input: anything is answered with 200 and changes nothing", async () => {
      await registered(world.pair)
      const before = await world.everything()
      const body = fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.record({ orderId: fc.oneof(fc.uuid(), fc.string({ unit: "binary" }), fc.integer()) })
      )
      await fc.assert(
        fc.asyncProperty(body, async (value) => {
          expect(await uzum.callBack(value as object)).toBe(200)
        }),
        { numRuns: 60 }
      )
      const raw = await fetch(callbackUrl(), {
        method: "POST",
        body: "{",
        headers: { "content-type": "application/json" },
      })
      expect(raw.status).toBe(200)
      expect(await world.everything()).toBe(before)
    })

    it("the fiscal receipts are kept as Uzum tells them when asked", async () => {
      const order = await paid(world.pair)
      await uzum.callBack({
        orderId: order.orderId,
        receiptType: "PURCHASE",
        receiptUrl: "https://evil.example",
      })
      const [row] = await world.sql("select fiscal_perform from gateway_transaction where external_id = ?", [
        order.orderId,
      ])
      expect(row.fiscal_perform).toEqual({
        qr_code_url: expect.stringMatching(/^https:\/\/ofd\.soliq\.uz\//),
      })
    })

    it("Uzum does not answer: HTTP 200, and the job settles it", async () => {
      world.muteErrors()
      const order = uzum.pay((await registered(world.pair)).orderId)
      uzum.fail("payment/getOrderStatus", "down", "down")
      expect(await unchanged(() => uzum.tell(order))).toBe(200)
      uzum.fail("payment/getOrderStatus")
      await poll()
      await poll()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("the shopper's page, from pressing Pay to the way back", async () => {
      const url = await urlOf(world.pair)
      expect(await (await fetch(url!)).text()).toContain("EMULATOR")
      const pressed = await fetch(url!, {
        method: "POST",
        body: new URLSearchParams({ press: "pay" }),
        redirect: "manual",
      })
      expect([pressed.status, pressed.headers.get("location")]).toEqual([303, "https://shop.example/back"])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })
  })

  describe("the job", () => {
    it("K-12 the callback never comes: getOrderStatus settles it", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      await Promise.all([poll(), poll()])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect((await rowOf(order)).state).toBe(2)
      const asked = uzum.requests.length
      await poll()
      expect(uzum.requests).toHaveLength(asked)
    })

    it("a page that nobody paid is closed ten minutes after its time", async () => {
      const order = await registered(world.pair)
      const ends = (await rowOf(order)).details!.session_ends_at as number
      world.stopClock(ends + 599_999)
      await poll()
      expect((await rowOf(order)).state).toBe(1)
      world.stopClock(ends + 600_000)
      await poll()
      expect((await rowOf(order)).state).toBe(-1)
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
    })

    it("killed between the money and the books: the other job finishes it, once", async () => {
      world.muteErrors()
      const order = uzum.pay((await registered(world.pair)).orderId)
      // The look asks once, marks the payment as being booked, and then writes that it is paid.
      const real = world.gateway.decide.bind(world.gateway)
      jest
        .spyOn(world.gateway, "decide")
        .mockImplementationOnce(real)
        .mockImplementationOnce(real)
        .mockImplementationOnce(() => Promise.reject(new Error("killed")))
      expect(await uzum.tell(order)).toBe(200)
      jest.restoreAllMocks()
      expect((await rowOf(order)).state).toBe(1)
      await world.age(order.orderId)
      await finishPayments(world.getContainer())
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect((await rowOf(order)).state).toBe(2)
    })
  })

  describe("money that nobody may keep", () => {
    it("the order was paid elsewhere: the money goes back by itself, once, and people are told", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      await world.uzum.paid(world.pair)
      uzum.fail("acquiring/refund", "lost")
      world.muteErrors()
      expect(await uzum.tell(order)).toBe(200)
      expect(await uzum.tell(order)).toBe(200)
      await poll()
      expect(order).toMatchObject({ status: "REFUNDED", refundedAmount: order.amount })
      expect(operationIds("acquiring/refund")).toHaveLength(1)
      expect((await rowOf(order)).state).toBe(-1)
      expect(await world.alerts()).toEqual([
        { kind: "double_payment", provider_id: PROVIDER, reference: order.orderId },
      ])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("asked twice, the money goes back under one operation id", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      await world.uzum.paid(world.pair)
      uzum.fail("acquiring/refund", "down", "down")
      world.muteErrors()
      await uzum.tell(order)
      await uzum.tell(order)
      await uzum.tell(order)
      expect(new Set(operationIds("acquiring/refund")).size).toBe(1)
      expect(order.refundedAmount).toBe(order.amount)
    })

    it.each([
      ["refunded, and not how much", { status: "REFUNDED" as const, refundedAmount: 0 }, "refund_unknown"],
      ["released", { reversedAmount: 1 }, null],
    ])("Uzum says that it was %s: never booked, nothing asked for", async (_, change, kind) => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      Object.assign(order, "reversedAmount" in change ? { reversedAmount: order.amount } : change)
      await uzum.tell(order)
      await uzum.tell(order)
      expect(uzum.asked("acquiring/refund")).toEqual([])
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      expect((await rowOf(order)).state).toBe(-1)
      expect((await world.alerts()).map((alert) => alert.kind)).toEqual(kind ? [kind] : [])
    })

    it("two pages of one order, both paid: one is booked, the other goes back", async () => {
      const first = await registered(world.pair)
      await world.sql("update gateway_transaction set details = details || '{\"session_ends_at\":0}'")
      const second = await registered(world.pair)
      uzum.pay(first.orderId)
      uzum.pay(second.orderId)
      await Promise.all([uzum.tell(first), uzum.tell(second)])
      await poll()
      const orders = [first, second]
      expect(orders.map(({ refundedAmount }) => refundedAmount).sort()).toEqual([0, world.pair.amount])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("the order expired meanwhile: the money goes back, the order stays as it is", async () => {
      const order = await registered(world.pair)
      await world.sql("update gateway_payable set status = 'expired' where order_group_id = ?", [
        world.pair.group_id,
      ])
      await uzum.tell(uzum.pay(order.orderId))
      expect(order.refundedAmount).toBe(order.amount)
      expect(await world.alerts()).toMatchObject([{ kind: "late_payment" }])
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
    })

    it("a payment that came after its page was closed is booked all the same", async () => {
      const order = await registered(world.pair)
      await world.sql("update gateway_transaction set state = -1 where external_id = ?", [order.orderId])
      await uzum.tell(uzum.pay(order.orderId))
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })
  })

  describe("money that came after its page was closed", () => {
    const close = ({ orderId }: EmulatedOrder, ago_ms = 0) =>
      world.sql("update gateway_transaction set state = -1, cancel_time = ? where external_id = ?", [
        Date.now() - ago_ms,
        orderId,
      ])
    const HOUR = 3_600_000

    it("the way back fails: the job goes on until the money is back, and then no more", async () => {
      world.muteErrors()
      const order = await registered(world.pair)
      await close(order)
      await world.uzum.paid(world.pair)
      uzum.fail("acquiring/refund", "down", "down", "lost")
      uzum.pay(order.orderId)
      expect(await uzum.tell(order)).toBe(200)
      expect((await rowOf(order)).details).toMatchObject({ unfinished: true })
      for (let turn = 0; turn < 4; turn++) {
        await poll()
      }
      expect(order.refundedAmount).toBe(order.amount)
      expect(new Set(operationIds("acquiring/refund")).size).toBe(1)
      expect(await rowOf(order)).toMatchObject({ state: -1, details: { unfinished: false } })
      expect(await world.alerts()).toMatchObject([{ kind: "double_payment" }])
      const asked = uzum.requests.length
      await poll()
      expect(uzum.requests).toHaveLength(asked)
    })

    it("a hold that could not be taken is taken by the job", async () => {
      world.muteErrors()
      set({ pay_type: "TWO_STEP" })
      const order = await registered(world.pair)
      await close(order)
      uzum.fail("acquiring/complete", "down")
      await uzum.tell(uzum.pay(order.orderId))
      await poll()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("nobody tells of it: the job looks once more, between an hour and a day after the closing", async () => {
      const [order, old] = [await registered(world.pair), await registered(world.solo)]
      uzum.pay(order.orderId)
      uzum.pay(old.orderId)
      const before = uzum.requests.length
      await close(order, HOUR - 60_000)
      await close(old, 24 * HOUR + 60_000)
      await poll()
      expect(uzum.requests).toHaveLength(before)
      await close(order, HOUR + 60_000)
      await poll()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect((await rowOf(old)).state).toBe(-1)
    })

    it("and once only", async () => {
      const order = await registered(world.pair)
      await close(order, 2 * HOUR)
      const before = uzum.requests.length
      await poll()
      await poll()
      expect(uzum.requests.slice(before).map(({ path }) => path)).toEqual(["payment/getOrderStatus"])
    })
  })

  it("more pages are open than one run looks at: those that waited longest come first, whatever fails", async () => {
    const order = uzum.pay((await registered(world.pair)).orderId)
    await world.sql(
      `insert into gateway_transaction (id, provider_id, external_id, payable_id, state, account, amount_tiyin,
              provider_time, create_time, exclusive, details)
       select 'gtx_' || n, t.provider_id, 'lost-' || n, t.payable_id, 1, '{}', t.amount_tiyin,
              t.provider_time, t.create_time, false, '{"looked_at":1}'
         from gateway_transaction t, generate_series(1, 210) n where t.external_id = ?`,
      [order.orderId]
    )
    await world.sql(
      `update gateway_transaction set details = details || '{"looked_at":2}' where external_id = ?`,
      [order.orderId]
    )
    jest.spyOn(world.getContainer().resolve<{ warn: () => void }>("logger"), "warn").mockReturnValue()
    uzum.fail("payment/getOrderStatus", ...Array(5).fill("down" as const))
    await poll()
    await poll()
    expect((await rowOf(order)).state).toBe(1)
    await poll()
    expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
  })

  describe("two-step payments", () => {
    beforeEach(() => set({ pay_type: "TWO_STEP" }))

    it("K-05 authorised: taken under an operation id that was stored before, then booked", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      expect(order.status).toBe("AUTHORIZED")
      uzum.fail("acquiring/complete", "down")
      world.muteErrors()
      await uzum.tell(order)
      const { details } = await rowOf(order)
      expect(operationIds("acquiring/complete")).toEqual([details!.complete_operation_id])
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      await uzum.tell(order)
      expect(order).toMatchObject({ status: "COMPLETED", completedAmount: world.pair.amount })
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("K-06 complete timed out: asked again with the same X-Operation-Id, taken once", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      uzum.fail("acquiring/complete", "down", "lost")
      world.muteErrors()
      await uzum.tell(order)
      await uzum.tell(order)
      await poll()
      const ids = operationIds("acquiring/complete")
      expect([ids.length, new Set(ids).size]).toEqual([2, 1])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("K-07 the order was paid elsewhere: let go of, never taken", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      await world.uzum.paid(world.pair)
      await uzum.tell(order)
      expect(order).toMatchObject({ status: "REVERSED", completedAmount: 0, reversedAmount: order.amount })
      expect(uzum.asked("acquiring/complete")).toEqual([])
      expect((await rowOf(order)).state).toBe(-1)
      expect(await look(order)).toBe("leave")
    })

    it("Uzum refuses to let go of a hold: people are told after five tries, and the tries go on", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      await world.uzum.paid(world.pair)
      uzum.fail("acquiring/reverse", ...Array(6).fill({ errorCode: 3020 }))
      for (let turn = 0; turn < 4; turn++) {
        await poll()
      }
      expect(await world.alerts()).toEqual([])
      await poll()
      await poll()
      expect(await world.alerts()).toEqual([
        { kind: "refund_unknown", provider_id: PROVIDER, reference: `release:${order.orderId}` },
      ])
      await poll()
      expect(order.status).toBe("REVERSED")
      expect((await rowOf(order)).state).toBe(-1)
    })

    it("complete is refused: nothing is booked, and the job looks again", async () => {
      const order = uzum.pay((await registered(world.pair)).orderId)
      uzum.fail("acquiring/complete", { errorCode: 3000 }, { errorCode: 3000 })
      await uzum.tell(order)
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      await poll()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })
  })

  describe("refunds", () => {
    it("K-08 in two parts: two operation ids, everything back", async () => {
      const order = await paid(world.pair)
      const part = 400_000
      expect(await refund(order, part)).toEqual({ kind: "done" })
      expect(await refund(order, order.amount - part)).toEqual({ kind: "done" })
      expect(new Set(operationIds("acquiring/refund")).size).toBe(2)
      expect(order.refundedAmount).toBe(order.amount)
      expect(await look(order)).toBe("compare")
      expect(await world.alerts()).toEqual([])
    })

    it("K-09 above the rest, or too late: refused, and why", async () => {
      const order = await paid(world.pair)
      expect(await refund(order, order.amount + 1)).toEqual({
        kind: "refused",
        reason: expect.stringMatching(/3021.*more than what is left/),
      })
      uzum.isTooLate = true
      expect(await refund(order, 1)).toEqual({
        kind: "refused",
        reason: expect.stringMatching(/3022.*too late/),
      })
      expect(order.refundedAmount).toBe(0)
    })

    it("the answer is lost: unknown; asked again with the same key and id, the money goes back once", async () => {
      const order = await paid(world.pair)
      const key = randomUUID()
      uzum.fail("acquiring/refund", "lost")
      expect(await refund(order, 400_000, key)).toMatchObject({ kind: "unknown" })
      expect(await refund(order, 400_000, key)).toEqual({ kind: "done" })
      expect(await refund(order, 400_000, key)).toEqual({ kind: "done" })
      const ids = operationIds("acquiring/refund")
      expect([ids.length, new Set(ids).size]).toEqual([2, 1])
      expect(order.refundedAmount).toBe(400_000)
    })

    it.each([3000, 3021])(
      "the answer is lost, and the repetition is refused (%d): the order tells",
      async (errorCode) => {
        const order = await paid(world.pair)
        const key = randomUUID()
        uzum.fail("acquiring/refund", "lost", { errorCode }, { errorCode })
        expect(await refund(order, order.amount, key)).toMatchObject({ kind: "unknown" })
        const { operations } = order
        order.operations = []
        expect(await refund(order, order.amount, key)).toMatchObject({ kind: "unknown" })
        order.operations = operations
        expect(await refund(order, order.amount, key)).toEqual({ kind: "done" })
        expect(order.refundedAmount).toBe(order.amount)
      }
    )

    it("the question is lost, and the repetition comes too late: refused, once the order proves it", async () => {
      const order = await paid(world.pair)
      const key = randomUUID()
      uzum.fail("acquiring/refund", "down")
      expect(await refund(order, 400_000, key)).toMatchObject({ kind: "unknown" })
      uzum.isTooLate = true
      uzum.fail("payment/getOrderStatus", "down")
      expect(await refund(order, 400_000, key)).toMatchObject({ kind: "unknown" })
      expect(await refund(order, 400_000, key)).toMatchObject({
        kind: "refused",
        reason: expect.stringMatching(/3022/),
      })
    })

    it("the terminal is gone from the settings: unknown for what was asked for, refused for what was not", async () => {
      const order = await paid(world.pair)
      const key = randomUUID()
      uzum.fail("acquiring/refund", "lost")
      await refund(order, 400_000, key)
      const { terminals } = world.gateway.options.uzum_checkout
      set({ terminals: [] })
      try {
        expect(await refund(order, 400_000, key)).toMatchObject({ kind: "unknown" })
        expect(await refund(order, 1000)).toMatchObject({ kind: "refused" })
      } finally {
        set({ terminals })
      }
      expect(await refund(order, 400_000, key)).toEqual({ kind: "done" })
      expect(order.refundedAmount).toBe(400_000)
    })

    it("one key twenty times at once: the money goes back once", async () => {
      const order = await paid(world.pair)
      const key = randomUUID()
      const results = await Promise.all(Array.from({ length: 20 }, () => refund(order, 400_000, key)))
      expect(results).toEqual(Array(20).fill({ kind: "done" }))
      expect(operationIds("acquiring/refund")).toHaveLength(1)
    })

    it("one key, two amounts: refused", async () => {
      const order = await paid(world.pair)
      await refund(order, 400_000, "key")
      uzum.fail("acquiring/refund", "down")
      await refund(order, 1000, "other")
      expect(await refund(order, 2000, "other")).toMatchObject({ kind: "refused" })
      expect(order.refundedAmount).toBe(400_000)
    })

    it("a payment that is not there: refused, Uzum is not asked", async () => {
      const order = await registered(world.pair)
      expect(await refund(order, 1)).toMatchObject({ kind: "refused" })
      expect(
        await refundUzumCheckout(world.getContainer(), {
          transaction_id: "gtx_none",
          amount_tiyin: 1,
          idempotency_key: "k",
        })
      ).toMatchObject({ kind: "refused" })
      expect(uzum.asked("acquiring/refund")).toEqual([])
    })

    it("a refund in Uzum's cabinet: people are told once per amount", async () => {
      const order = await paid(world.pair)
      order.refundedAmount = 300_000
      order.status = "REFUNDED"
      await uzum.tell(order)
      await uzum.tell(order)
      expect(await world.alerts()).toEqual([
        { kind: "refund_at_provider", provider_id: PROVIDER, reference: `${order.orderId}:300000` },
      ])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })
  })

  describe("automatic fiscalisation", () => {
    beforeEach(async () => {
      set({ auto_fiscal: true })
      uzum.autoFiscal = true
      await world.sql("update company set tax_id_type = 'stir', tax_id = '123456789'")
    })

    it("the cart names the company, and adds up to the amount", async () => {
      const order = await registered(world.solo)
      expect(order.cart).toMatchObject({ total: world.solo.amount })
      const { items } = order.cart as { items: Array<{ receiptParams: object; total: number }> }
      expect(items).toHaveLength(2)
      expect(items[0].receiptParams).toMatchObject({
        spic: "00702001001000001",
        TIN: "123456789",
        vatPercent: 12,
      })
    })

    it("goods without their codes: no page, and why", async () => {
      await expect(urlOf(world.pair)).rejects.toMatchObject({ code: "UZUM_CHECKOUT_CART_WRONG" })
      expect(uzum.requests).toEqual([])
    })

    it("K-10 a refund of a part without its lines is refused here; the whole payment's cart is made", async () => {
      const order = await paid(world.solo)
      expect(await refund(order, 1000)).toMatchObject({
        kind: "refused",
        reason: expect.stringMatching(/lines/),
      })
      expect(uzum.asked("acquiring/refund")).toEqual([])
      expect(await refund(order, order.amount)).toEqual({ kind: "done" })
      expect(uzum.asked("acquiring/refund")[0].body.cart).toMatchObject({ total: order.amount })
    })
  })

  it("a payment that Uzum paid first keeps Uzum Bank's refund story: the books are one", async () => {
    await registered(world.pair)
    const id = await world.uzum.paid(world.pair)
    await world.uzum.reverse(id)
    expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
  })
})

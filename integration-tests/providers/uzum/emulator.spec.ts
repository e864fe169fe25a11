import { UzumEmulator } from "../../emulators/uzum"
import { paidBooks, refundedBooks, unpaidBooks } from "../../support/payme"
import { uzumSuite } from "../../support/uzum"

/** From the link to the paid order, with the emulator in the place of Uzum Bank. */
uzumSuite("Uzum: the emulator", (world) => {
  const service = {
    service_id: 101202,
    login: "fake_login",
    password: "fake_password",
    account_field: "order_id",
  }
  let bank: UzumEmulator

  beforeEach(async () => {
    bank = new UzumEmulator({
      market_url: () => (world.api as unknown as { defaults: { baseURL: string } }).defaults.baseURL,
      services: [service],
      poll_ms: 20,
    })
    await bank.listen()
    world.setUzum({ open_service_url: bank.open_service_url, include_amount_in_link: true })
  })
  afterEach(() => bank.close())

  async function linkOf(): Promise<string> {
    const { data } = await world.api.get(
      `/store/order-groups/${world.pair.group_id}?return_url=https://shop.example/back`,
      world.shopper
    )
    return data.order_group.payment_url
  }
  const press = async (button: string) => {
    const url = await linkOf()
    const page = await (await fetch(url)).text()
    expect(page).toContain("EMULATOR")
    const sum = /name="sum" value="([^"]*)"/.exec(page)![1]
    return fetch(url, {
      method: "POST",
      body: new URLSearchParams({ press: button, sum }),
      redirect: "manual",
    })
  }
  const order = () => ({
    service_id: service.service_id,
    reference: world.pair.reference,
    amount: world.pair.amount,
  })

  it("a shopper presses Pay", async () => {
    expect([200, 303]).toContain((await press("pay")).status)
    expect([...bank.payments.values()].map(({ end }) => end)).toEqual(["paid"])
    expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
  })

  it("a shopper without money, who pays at the second try", async () => {
    await press("fail")
    expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
    await press("pay")
    expect([...bank.payments.values()].map(({ end }) => end)).toEqual(["no_money", "paid"])
    expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
  })

  it("U-33 the answer to confirm is lost: the bank asks for the status and learns of the payment", async () => {
    bank.lose("confirm")
    const payment = await bank.pay(order())
    expect(payment.end).toBe("paid")
    expect(payment.replies.map(([call]) => call)).toEqual(["check", "create", "confirm", "status"])
    expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
  })

  it("a wrong amount is refused before the debit", async () => {
    expect((await bank.pay({ ...order(), amount: 1 })).end).toBe("refused")
    expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
  })

  it("the bank gives the money back", async () => {
    const { transId } = await bank.pay(order())
    expect((await bank.reverse(transId)).body.status).toBe("REVERSED")
    expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
  })
})

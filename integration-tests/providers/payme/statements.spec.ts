import { paymeId } from "../../../scripts/support/payme-caller"
import { paymeSuite, Purchase } from "../../support/payme"
import { statementsOf, warmStatementsOf } from "../../support/statements"

/** How many SQL statements a warm call may cost, over HTTP and with everything that stands in front of the handler. */
paymeSuite("Payme: statements per call", (world) => {
  const { payme } = world
  beforeEach(() => world.silenceEvents())

  const count = async (call: (turn: number) => Promise<{ result?: object }>) => {
    const statements = await warmStatementsOf(world.getContainer(), async (turn) => {
      expect(await call(turn)).toHaveProperty("result")
    })
    return statements.length
  }

  it("the counter sees what reaches PostgreSQL, transactions included", async () => {
    const statements = await statementsOf(world.getContainer(), () => payme.create(world.solo, paymeId()))
    const verbs = statements.map((statement) => statement.split(" ")[0].toUpperCase().replace(";", ""))
    expect(verbs).toEqual(["SELECT", "BEGIN", "SELECT", "SELECT", "INSERT", "COMMIT"])
    expect(await statementsOf(world.getContainer(), () => payme.call("Foo", {}))).toEqual([])
  })

  it("CheckPerformTransaction: 2 (4 allowed)", async () => {
    expect(await count(() => payme.allows(world.pair))).toBe(2)
  })

  it("CreateTransaction: 6 (6 allowed)", async () => {
    const purchases: Purchase[] = [world.pair, world.solo]
    for (let more = 0; more < 2; more++) {
      purchases.push(await world.buy([world.line(world.loaf)]))
    }
    expect(await count((turn) => payme.create(purchases[turn], paymeId()))).toBe(6)
  })

  it("PerformTransaction with its capture: 25 at most, for one order as for two", async () => {
    await payme.paid(await world.buy([world.line(world.loaf)]))
    for (const purchase of [world.solo, world.pair]) {
      const id = await payme.created(purchase)
      const statements = await statementsOf(world.getContainer(), () => payme.perform(id))
      expect(statements.length).toBeLessThanOrEqual(25)
    }
  })

  it("CheckTransaction: 1 (2 allowed), in every state", async () => {
    for (const id of [await payme.created(world.solo), await payme.paid(world.pair)]) {
      expect(await count(() => payme.check(id))).toBe(1)
    }
  })

  it("GetStatement: 1, however many rows", async () => {
    const time = Date.now()
    await payme.created(world.solo, time)
    await payme.paid(world.pair)
    expect(await count(() => payme.statement(time, Date.now()))).toBe(1)
  })

  it("a call without the right key: none", async () => {
    const headers = { authorization: "Basic UGF5Y29tOldST05HLUtFWQ==" }
    expect(
      await statementsOf(world.getContainer(), () => payme.call("GetStatement", {}, { headers }))
    ).toEqual([])
  })
})

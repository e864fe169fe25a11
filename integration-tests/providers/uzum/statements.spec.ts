import { randomUUID } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import { Purchase } from "../../support/payme"
import { statementsOf, warmStatementsOf } from "../../support/statements"
import { UzumAnswer, uzumSuite } from "../../support/uzum"

/** How many SQL statements a warm call of Uzum's costs, over HTTP and with everything in front of the handler. */
uzumSuite("Uzum: statements per call", (world) => {
  const { uzum } = world
  /** Who listens to events (ledger, receipts) works beside the call; where there is Redis, in another process. */
  const muteListeners = () => {
    const bus = world.getContainer().resolve(Modules.EVENT_BUS)
    jest.spyOn(bus, "emit").mockImplementation(async () => undefined)
    jest.spyOn(bus, "releaseGroupedEvents").mockImplementation(async () => undefined)
  }
  const count = async (call: (turn: number) => Promise<UzumAnswer>) => {
    const statements = await warmStatementsOf(world.getContainer(), async (turn) => {
      expect((await call(turn)).http).toBe(200)
    })
    return statements.length
  }
  const four = async (): Promise<Purchase[]> => [
    world.pair,
    world.solo,
    await world.buy([world.line(world.loaf)]),
    await world.buy([world.line(world.loaf)]),
  ]

  it("check: 2", async () => {
    expect(await count(() => uzum.check(world.pair))).toBe(2)
  })

  it("create: 6", async () => {
    const purchases = await four()
    expect(await count((turn) => uzum.create(purchases[turn], randomUUID()))).toBe(6)
  })

  it("status: 1", async () => {
    muteListeners()
    const id = await uzum.paid(world.solo)
    expect(await count(() => uzum.status(id))).toBe(1)
  })

  it("confirm with its capture: at most 25", async () => {
    const buy = () => world.buy([world.line(world.loaf)])
    const purchases = [await buy(), await buy(), await buy(), await buy()]
    const ids: string[] = []
    for (const purchase of purchases) {
      ids.push(await uzum.created(purchase))
    }
    muteListeners()
    const statements = await count((turn) => uzum.confirm(ids[turn]))
    console.info(`Uzum confirm: ${statements} statements`)
    expect(statements).toBeLessThanOrEqual(25)
  })

  it("a call without the right password: none", async () => {
    const headers = { authorization: "Basic YTpi" }
    const body = { serviceId: 1, timestamp: 1, params: {} }
    expect(await statementsOf(world.getContainer(), () => uzum.send("check", body, { headers }))).toEqual([])
  })
})

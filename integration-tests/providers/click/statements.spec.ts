import { clickSuite, Prepared } from "../../support/click"
import { statementsOf, warmStatementsOf } from "../../support/statements"

/** How many SQL statements a warm call may cost, BEGIN and COMMIT included, over HTTP. */
clickSuite("Click: statements per call", (world) => {
  const verbs = (statements: string[]) =>
    statements.map((statement) => statement.split(" ")[0].toUpperCase().replace(";", ""))

  beforeEach(() => world.silenceEvents())

  it("Prepare: 3 (5 allowed): the order, changes by hand, the new row", async () => {
    const statements = await warmStatementsOf(world.getContainer(), async () => {
      expect(await world.prepare(world.solo)).toMatchObject({ error: 0 })
    })
    expect(verbs(statements)).toEqual(["SELECT", "SELECT", "INSERT"])
  })

  it("a Prepare that is repeated: 2", async () => {
    const { fields } = await world.prepared(world.solo)
    const statements = await warmStatementsOf(world.getContainer(), async () => {
      expect(await world.click.send(fields)).toMatchObject({ error: 0 })
    })
    expect(statements).toHaveLength(2)
  })

  it("Complete with its capture: 19 (25 allowed)", async () => {
    const payments: Prepared[] = []
    for (let index = 0; index < 4; index++) {
      payments.push(await world.prepared(await world.buy([world.line(world.loaf)])))
    }
    const statements = await warmStatementsOf(world.getContainer(), async (turn) => {
      expect(await world.complete(payments[turn])).toMatchObject({ error: 0 })
    })
    if (statements.length > 25) {
      throw new Error(
        `${statements.length} statements:\n${statements.map((sql) => sql.slice(0, 160)).join("\n")}`
      )
    }
  })

  it("a Complete that is repeated: 5, none of which writes", async () => {
    const prepared = await world.paid(world.solo)
    const statements = await warmStatementsOf(world.getContainer(), async () => {
      expect(await world.complete(prepared)).toMatchObject({ error: -4 })
    })
    expect(verbs(statements)).toEqual(["SELECT", "BEGIN", "SELECT", "SELECT", "COMMIT"])
  })

  it("a call without the right signature: none", async () => {
    const fields = world.click.prepareFields({ reference: world.solo.reference, amount: "1" })
    const forged = world.click.signed(fields, "WRONG_SECRET")
    const statements = await statementsOf(world.getContainer(), () => world.click.send(forged))
    expect(statements.filter((sql) => /gateway_|company_order/.test(sql))).toEqual([])
  })
})

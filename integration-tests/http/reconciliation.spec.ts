import { attempt } from "../support/market"
import { paymeSuite } from "../support/payme"

type Transaction = Record<string, unknown> & { id: string; amount: number; state: number }
type Row = { external_id: string; verdict: string; reference: string | null }

paymeSuite("reconciliation", (world) => {
  const BASE = { provider_id: "pp_payme_payme", from: "2020-01-01", to: "2100-01-01" }
  const post = (body: object) => world.api.post("/admin/reconciliations", body, world.market.operator)
  const statement = async () =>
    (await world.payme.statement(0, Date.now() + 60_000)).result!.transactions as Transaction[]
  const verdictsOf = (rows: Row[]) => Object.fromEntries(rows.map((row) => [row.external_id, row.verdict]))
  const file = (text: string, amount_unit = "sum", name = "click.csv") => ({
    ...BASE,
    file: { name, content_base64: Buffer.from(text).toString("base64"), amount_unit },
  })

  /** A paid, a dropped and a refunded transaction. */
  async function history() {
    const paid = await world.payme.paid(world.solo)
    const dropped = await world.payme.dropped(world.pair)
    const refunded = await world.payme.refunded(world.pair)
    return { paid, dropped, refunded }
  }

  it("finds no difference in Payme's own statement, whatever happened", async () => {
    const { paid, dropped, refunded } = await history()
    const rows = await statement()
    const { status, data } = await post({ ...BASE, rows })
    expect(status).toBe(201)
    expect(data.reconciliation).toMatchObject({
      provider_id: "pp_payme_payme",
      source: "rows",
      counts: { matched: 3, missing_here: 0, missing_there: 0, different_amount: 0, different_state: 0 },
    })
    expect(verdictsOf(data.reconciliation.rows)).toEqual({
      [paid]: "matched",
      [dropped]: "matched",
      [refunded]: "matched",
    })
  })

  it("names what differs, first, and keeps it", async () => {
    const { paid, dropped, refunded } = await history()
    const before = await world.everything()
    const rows = (await statement())
      .filter(({ id }) => id !== dropped)
      .map((row) => (row.id === paid ? { ...row, amount: row.amount + 1 } : { ...row, state: 2 }))
    const stranger = { ...rows[0], id: "ffffffffffffffffffffffff", amount: 500 }
    const { data } = await post({ ...BASE, rows: [...rows, stranger] })
    const { id, counts } = data.reconciliation
    expect(counts).toEqual({
      matched: 0,
      missing_here: 1,
      missing_there: 1,
      different_amount: 1,
      different_state: 1,
    })
    expect(verdictsOf(data.reconciliation.rows)).toEqual({
      [paid]: "different_amount",
      [refunded]: "different_state",
      [dropped]: "missing_there",
      ffffffffffffffffffffffff: "missing_here",
    })
    expect(await world.everything()).toBe(before)

    const read = (query: string) => world.api.get(`/admin/reconciliations${query}`, world.market.operator)
    const one = await read(`/${id}?verdict=different_amount`)
    expect(one.data.reconciliation.rows).toEqual([
      expect.objectContaining({
        external_id: paid,
        reference: world.solo.reference,
        our_amount_tiyin: world.solo.amount,
        their_amount_tiyin: world.solo.amount + 1,
        our_state: 2,
      }),
    ])
    const list = await read("?provider_id=pp_payme_payme")
    expect([list.data.count, list.data.reconciliations[0].id]).toEqual([1, id])
    expect((await read("?provider_id=pp_click_click")).data.count).toBe(0)
    expect((await attempt(read("/recon_none"))).status).toBe(404)
  })

  it("takes a cabinet's file, where only what was paid has to be listed", async () => {
    const { paid } = await history()
    const sum = String(world.solo.amount / 100)
    const { data } = await post(
      file(`ID платежа;Сумма;Статус\r\n${paid};${sum},00;Успешно\r\n99;1 500,5;Успешно\r\n`)
    )
    expect(data.reconciliation).toMatchObject({
      source: "csv",
      file_name: "click.csv",
      counts: { matched: 1, missing_here: 1, missing_there: 0 },
    })
    const inTiyin = await post(file(`id,amount\n${paid},${world.solo.amount}\n`, "tiyin"))
    expect(inTiyin.data.reconciliation.counts).toMatchObject({ matched: 1 })
    const dirty = await post(file(`id,amount,order_id\n${paid}\0,${world.solo.amount},"\0x"\n`, "tiyin"))
    expect(dirty.data.reconciliation.counts).toMatchObject({ matched: 1 })
    const wrongUnit = await post(file(`id,amount\n${paid},${sum}\n`, "tiyin"))
    expect(wrongUnit.data.reconciliation.counts).toMatchObject({ different_amount: 1 })
  })

  it("looks at its period only, but knows a row by its id in any", async () => {
    const { paid } = await history()
    const past = { ...BASE, from: "2020-01-01", to: "2020-02-01" }
    expect((await post({ ...past, rows: [] })).data.reconciliation.rows).toEqual([])
    const own = (await statement()).filter(({ id }) => id === paid)
    const rows = own.map((row) => ({ ...row, account: { order_id: "\ud800" } }))
    expect((await post({ ...past, rows })).data.reconciliation.counts).toMatchObject({
      matched: 1,
      missing_there: 0,
    })
  })

  it("refuses what it can't read, and keeps nothing of it", async () => {
    const row = { id: "a", amount: 1, state: 2 }
    const refusals: Array<[object, string | null]> = [
      [{ ...BASE, rows: [], provider_id: "pp_nobody_x" }, "RECONCILIATION_PROVIDER_UNKNOWN"],
      [file("a;b\n1;2"), "RECONCILIATION_FILE_UNREADABLE"],
      [file("id;amount\n1;ko‘p"), "RECONCILIATION_FILE_UNREADABLE"],
      [{ ...BASE }, null],
      [{ ...BASE, rows: [row], ...{ file: file("id;amount").file } }, null],
      [{ ...BASE, rows: [{ ...row, amount: 1.5 }] }, null],
      [{ ...BASE, rows: [{ ...row, amount: -1 }] }, null],
      [{ ...BASE, rows: [{ ...row, state: 3 }] }, null],
      [{ ...BASE, rows: [{ ...row, id: "a\u0000" }] }, "INVALID_QUERY"],
      [{ ...BASE, rows: [], from: "2026-02-01", to: "2026-01-01" }, null],
      [{ ...BASE, rows: [], from: "yesterday" }, null],
      [{ ...BASE, rows: [], from: null }, null],
      [{ ...BASE, rows: [], from: "-271821-04-20T00:00:00Z" }, null],
      [{ ...BASE, rows: [{ ...row, id: "\ud800" }] }, null],
      [{ ...file("id;amount"), file: { name: "x", content_base64: "%%%", amount_unit: "sum" } }, null],
      [{ ...file("id;amount"), file: { name: "x", content_base64: "YQ==" } }, null],
    ]
    for (const [body, code] of refusals) {
      const reply = await attempt(post(body))
      expect([reply.status, code ?? reply.data.code]).toEqual([400, reply.data.code])
    }
    expect(await world.sql("select id from reconciliation")).toEqual([])
  })

  it("takes twenty thousand rows", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      id: `t${index}`,
      time: 1,
      amount: 100,
      account: { order_id: "1" },
      state: 2,
    }))
    const { data } = await post({ ...BASE, rows })
    expect(data.reconciliation.counts.missing_here).toBe(20_000)
    expect(data.reconciliation.rows).toHaveLength(100)
    const [{ count }] = await world.sql("select count(*)::int as count from reconciliation_row")
    expect(count).toBe(20_000)
  })
})

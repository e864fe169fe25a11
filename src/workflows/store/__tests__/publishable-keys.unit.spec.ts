import { MedusaContainer } from "@medusajs/framework/types"
import { forgetPublishableKeys, keepPublishableKeys, tokenAskedFor } from "../publishable-keys"

const FIELDS = ["id", "token", "revoked_at", "sales_channels_link.sales_channel_id"]
const question = (token: string) => ({
  entity: "api_key",
  fields: FIELDS,
  filters: { token, type: "publishable" },
})

/** A `query` over a table of keys, which counts what it is asked. */
function database(tokens: string[]) {
  const state = { asked: 0, now: 0, tokens: new Set(tokens), fails: false }
  const query = {
    graph: (asked: { filters?: unknown }) => {
      state.asked++
      if (state.fails) {
        return Promise.reject(new Error("the database is away"))
      }
      const { token } = (asked.filters ?? {}) as { token?: string }
      return Promise.resolve({ data: token && state.tokens.has(token) ? [{ token }] : [] })
    },
  }
  keepPublishableKeys(query, () => state.now)
  const container = { resolve: () => query } as unknown as MedusaContainer
  const ask = async (token: string) => (await query.graph(question(token))).data.length === 1
  return { state, query, container, ask }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe("publishable keys in memory", () => {
  it("are asked for once, by however many at a time", async () => {
    const { state, ask } = database(["pk_1"])
    await Promise.all(Array.from({ length: 20 }, () => ask("pk_1")))
    expect(await ask("pk_1")).toBe(true)
    expect(state.asked).toBe(1)
  })

  it("are renewed behind the callers' backs, and not answered once they are old", async () => {
    const { state, ask } = database(["pk_1"])
    await ask("pk_1")
    state.tokens.clear()
    state.now = 4_000
    expect(await ask("pk_1")).toBe(true)
    await settle()
    expect(await ask("pk_1")).toBe(false)
    state.tokens.add("pk_2")
    await ask("pk_2")
    state.tokens.clear()
    state.now += 60_000
    expect(await ask("pk_2")).toBe(false)
  })

  it("are forgotten when somebody says so, even while one is being read", async () => {
    const { state, ask, container } = database(["pk_1"])
    const early = ask("pk_1")
    state.tokens.clear()
    forgetPublishableKeys(container)
    await early
    expect(await ask("pk_1")).toBe(false)
  })

  it("that do not exist, and failures, are not kept", async () => {
    const { state, ask } = database([])
    expect(await ask("pk_1")).toBe(false)
    state.tokens.add("pk_1")
    expect(await ask("pk_1")).toBe(true)
    state.fails = true
    state.now = 60_000
    await expect(ask("pk_1")).rejects.toThrow("away")
    state.fails = false
    expect(await ask("pk_1")).toBe(true)
  })

  it("outlive a database that is away for a moment", async () => {
    const { state, ask } = database(["pk_1"])
    await ask("pk_1")
    state.fails = true
    state.now = 4_000
    expect(await ask("pk_1")).toBe(true)
    await settle()
    expect(await ask("pk_1")).toBe(true)
  })

  it("are bounded in number", async () => {
    const tokens = Array.from({ length: 1_500 }, (_, index) => `pk_${index}`)
    const { state, ask } = database(tokens)
    for (const token of tokens) {
      await ask(token)
    }
    await ask("pk_1499")
    expect(state.asked).toBe(1_500)
    await ask("pk_0")
    expect(state.asked).toBe(1_501)
  })

  it.each([
    [{ ...question("a"), entity: "product" }],
    [{ ...question("a"), fields: ["id"] }],
    [{ ...question("a"), filters: { token: "a", type: "secret" } }],
    [{ ...question("a"), filters: { token: ["a"], type: "publishable" } }],
    [{ ...question("a"), filters: { token: "a", type: "publishable", id: "x" } }],
    [{ entity: "api_key" }],
  ])("answer no other question: %p", (other) => {
    expect(tokenAskedFor(other)).toBeUndefined()
  })

  it("are wrapped once", async () => {
    const { state, query, ask } = database(["pk_1"])
    keepPublishableKeys(query)
    await ask("pk_1")
    await ask("pk_1")
    expect(state.asked).toBe(1)
  })
})

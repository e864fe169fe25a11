import { sendBatch, type Post } from "../lib/batch"
import {
  answered,
  enqueue,
  isStale,
  pause,
  resend,
  see,
  sendable,
  sumsOf,
  tell,
  unanswered,
  type Entry,
} from "../lib/queue"
import { leftOf, takenSince } from "../lib/stock"
import type { CatalogVariant, SaleRequest, SaleResult } from "../lib/types"

const NOW = Date.parse("2026-11-21T10:00:00Z")
const ME = { member_id: "mem_1", manages: false }

const request = (client_id: string, more: Partial<SaleRequest> = {}): SaleRequest => ({
  ...{ client_id, shift_id: "shift_1", sold_at: new Date(NOW).toISOString(), is_offline: false },
  lines: [{ variant_id: "lvar_1", quantity: 2, unit_price: 100 }],
  payments: [{ method: "cash", amount: 200 }],
  ...more,
})
const made = (client_id = "a", is_offline = false, member_id = ME.member_id): Entry =>
  enqueue(
    {
      company_id: "comp_1",
      member_id,
      member_name: "Dilnoza",
      titles: {},
      total: 200,
      request: request(client_id, { is_offline }),
    },
    NOW
  )
const refused = (code: string): SaleResult => ({ client_id: "a", status: "refused", code })
const done: SaleResult = { client_id: "a", status: "done" }

describe("a sale that nobody was told of", () => {
  it("is held by its tab, then may be sent by any", () => {
    expect(sendable([made()], ME, NOW)).toEqual([])
    expect(sendable([made()], ME, NOW + 10_000)).toHaveLength(1)
  })

  it("is done, and shown when the tab that made it is gone", () => {
    expect(answered(made(), done, NOW)).toMatchObject({ state: "done", is_seen: false })
  })

  it("is refused: nothing was sold", () => {
    expect(answered(made(), refused("POS_SHORT_STOCK"), NOW)).toMatchObject({
      state: "refused",
      is_told: false,
    })
  })

  it("waits when the server only wants it later", () => {
    const entry = answered(made(), refused("POS_SALE_BUSY"), NOW)
    expect(entry).toMatchObject({ state: "waiting", tries: 1, next_at: NOW + pause(0) })
  })

  it("keeps an answer that came before the screen lost patience", () => {
    const entry = answered(made(), refused("POS_PRICE_CHANGED"), NOW)
    expect(tell(entry)).toBe(entry)
  })
})

describe("a sale that the screen has told", () => {
  const told = tell(made())

  it("goes on offline after a refusal: the goods are gone", () => {
    const turned = answered(told, refused("POS_SHORT_STOCK"), NOW)
    expect(turned).toMatchObject({ state: "waiting", turns: 1, request: { is_offline: true } })
    expect(answered(turned, { client_id: "a", status: "review" }, NOW)).toMatchObject({
      state: "review",
      is_seen: false,
    })
  })

  it("asks again in its first words when those had arrived after all", () => {
    const turned = answered(told, refused("POS_SHORT_STOCK"), NOW)
    const back = answered(turned, refused("POS_CLIENT_ID_REUSED"), NOW)
    expect(back).toMatchObject({ state: "waiting", request: { is_offline: false } })
    expect(answered(back, done, NOW)).toMatchObject({ state: "done", is_seen: true })
    expect(answered(back, refused("POS_CLIENT_ID_REUSED"), NOW)).toMatchObject({
      state: "refused",
      is_seen: false,
    })
  })

  it("does not hear a late refusal of what it has turned since", () => {
    const turned = answered(told, refused("POS_SHORT_STOCK"), NOW, 0)
    expect(answered(turned, refused("POS_SHORT_STOCK"), NOW, 0)).toBe(turned)
  })

  it("stays refused until it is seen, and may be sent again", () => {
    const entry = answered(
      enqueue({ ...made(), request: request("a", { is_offline: true }) }, NOW),
      refused("POS_GOODS_UNKNOWN"),
      NOW
    )
    expect(entry).toMatchObject({ state: "refused", is_seen: false })
    expect(isStale(entry, NOW + 90 * 86_400_000)).toBe(false)
    expect(isStale(see(entry), NOW + 31 * 86_400_000)).toBe(true)
    expect(resend(see(entry))).toMatchObject({ state: "waiting", is_seen: false, answer: null })
  })

  it("believes a late good answer more than an earlier refusal, and never un-does a done one", () => {
    const bad = answered(made("a", true), refused("POS_SHIFT_REQUIRED"), NOW)
    expect(answered(bad, done, NOW)).toMatchObject({ state: "done" })
    const good = answered(told, done, NOW)
    expect(answered(good, refused("POS_SHORT_STOCK"), NOW)).toBe(good)
    expect(unanswered(good, "OFFLINE", NOW)).toBe(good)
    expect(see(told)).toBe(told)
  })
})

describe("who sends what", () => {
  const mine = made("a", true)
  const other = made("b", true, "mem_2")
  const held = { ...made("c", false, "mem_2"), held_until: 0 }

  it("one's own; with pos:manage also others' offline ones", () => {
    expect(sendable([mine, other, held], ME, NOW).map(({ client_id }) => client_id)).toEqual(["a"])
    const manager = { member_id: "mem_1", manages: true }
    expect(sendable([mine, other, held], manager, NOW).map(({ client_id }) => client_id)).toEqual(["a", "b"])
    expect(sumsOf([mine, other, held], ME)).toMatchObject({ waiting: 3, waitingTotal: 600, others: 2 })
  })

  it("counts down the stock that is shown", () => {
    const sold = { ...answered(made("d"), done, NOW), is_seen: true }
    const taken = takenSince([mine, sold, answered(made("e"), refused("POS_SHORT_STOCK"), NOW)], NOW)
    expect(leftOf({ id: "lvar_1", available: 5 } as CatalogVariant, taken)).toBe(1)
    expect(leftOf({ id: "lvar_1", available: 5 } as CatalogVariant, takenSince([sold], NOW + 1))).toBe(5)
    expect(leftOf({ id: "lvar_1", available: null } as CatalogVariant, taken)).toBeNull()
  })
})

describe("a batch", () => {
  const entries = ["a", "b", "c"].map((id) => made(id, true))
  const all = (sales: SaleRequest[]): SaleResult[] =>
    sales.map(({ client_id }) => ({ client_id, status: "done" }))

  it("is sent one by one when the server cannot read it, so that one bad sale holds up nobody's", async () => {
    const post: Post = async (sales) =>
      sales.some(({ client_id }) => client_id === "b")
        ? { kind: "failed", status: 400, code: "invalid_data" }
        : { kind: "results", results: all(sales) }
    const { outcomes, failure } = await sendBatch(entries, post, () => NOW)
    expect(failure).toBeNull()
    expect(outcomes.map((one) => ("result" in one ? one.result.status : one.code))).toEqual([
      "done",
      "refused",
      "done",
    ])
  })

  it("leaves everything waiting when nobody answered", async () => {
    const { outcomes, failure } = await sendBatch(
      entries,
      async () => ({ kind: "failed", status: 0, code: "OFFLINE" }),
      () => NOW
    )
    expect(failure).toEqual({ status: 0, code: "OFFLINE" })
    expect(outcomes).toEqual(entries.map(({ client_id }) => ({ client_id, code: "OFFLINE" })))
  })

  it("leaves waiting what an answer does not name, and dates nothing into the future", async () => {
    const seen: string[] = []
    const post: Post = async (sales) => {
      seen.push(...sales.map(({ sold_at }) => sold_at))
      return { kind: "results", results: all(sales.slice(0, 2)) }
    }
    const { outcomes } = await sendBatch(entries, post, () => NOW - 60_000)
    expect(outcomes[2]).toEqual({ client_id: "c", code: "NO_ANSWER" })
    expect(new Set(seen)).toEqual(new Set([new Date(NOW - 60_000).toISOString()]))
  })
})

/** A server as it is built: one row per id, a refusal leaves none, another content under a used id is refused. */
function server(random: () => number) {
  const rows = new Map<string, { print: string; status: "done" | "review" }>()
  return {
    rows,
    answer({ client_id, is_offline }: SaleRequest): SaleResult {
      const known = rows.get(client_id)
      const print = String(is_offline)
      if (known) {
        return known.print === print
          ? { client_id, status: known.status }
          : { ...refused("POS_CLIENT_ID_REUSED"), client_id }
      }
      const isShort = random() < 0.3
      if (isShort && !is_offline) {
        return { ...refused("POS_SHORT_STOCK"), client_id }
      }
      rows.set(client_id, { print, status: isShort ? "review" : "done" })
      return { client_id, status: isShort ? "review" : "done" }
    },
  }
}

/** The same numbers every time: a failure can be looked at again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

it.each(Array.from({ length: 200 }, (_, seed) => seed + 1))(
  "whatever gets lost, a told sale is on the server once: history %i",
  (seed) => {
    const random = seeded(seed)
    const shop = server(random)
    const late: Array<{ result: SaleResult; turns: number }> = []
    let entry = made("a", random() < 0.4)
    const isTold = entry.is_told || random() < 0.8
    for (let step = 0; step < 40 && entry.state === "waiting"; step++) {
      if (isTold && random() < 0.4) {
        entry = tell(entry)
      }
      // Lost before, lost after, late, or heard.
      const fate = random()
      if (fate < 0.25) {
        entry = unanswered(entry, "OFFLINE", NOW)
      } else {
        const result = shop.answer(entry.request)
        if (fate < 0.5) {
          late.push({ result, turns: entry.turns })
        } else {
          entry = answered(entry, result, NOW, entry.turns)
        }
      }
      if (late.length > 0 && random() < 0.5) {
        const { result, turns } = late.shift()!
        entry = answered(entry, result, NOW, turns)
      }
    }
    const row = shop.rows.get("a")
    expect(entry.state).not.toBe("waiting")
    if (entry.is_told) {
      expect(entry.state).toBe(row?.status)
    } else {
      expect(entry.state).toBe(row ? row.status : "refused")
    }
  }
)

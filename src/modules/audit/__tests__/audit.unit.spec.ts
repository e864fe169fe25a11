import fc from "fast-check"
import { AppendQueue } from "../lib/append-queue"
import { canonical, GENESIS, hashOf, link } from "../lib/chain"
import { changedFields } from "../lib/changes"
import { DenialCounter } from "../lib/denial-counter"
import { isSecretName, mask, MASKED, plainText } from "../lib/mask"
import { Draft, Finished } from "../types"

const json = fc.jsonValue({ maxDepth: 4 })
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe("mask", () => {
  it.each([
    ..."password newPassword PASSWORD token access_token api_key apiKey access_key key secret client_secret".split(
      " "
    ),
    ..."card card_number token_sha256 authorization Authorization x-api-key cookie cvv salt".split(" "),
  ])("%s is a secret", (name) => {
    expect(mask({ [name]: "s3cret-value" })).toEqual({ [name]: MASKED })
    expect(mask({ a: [{ [name]: { deep: "s3cret-value" } }] })).toEqual({ a: [{ [name]: MASKED }] })
  })

  it.each(["name", "handle", "keyboard", "cardinal", "monkey", "tokenizer_name", "passport", "price"])(
    "%s is none",
    (name) => {
      expect(isSecretName(name)).toBe(false)
    }
  )

  it("an amount that was paid by card is no secret, and what is empty shows that it is", () => {
    expect(mask({ card_total: 5000, card: "8600", token: null, password: "", has_key: false })).toEqual({
      card_total: 5000,
      card: MASKED,
      token: null,
      password: "",
      has_key: false,
    })
  })

  it("secrets are known by their look wherever they stand", () => {
    const told = [
      "sk_1234567890abcdef",
      "Bearer abcdefghijkl.mnop",
      "eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl",
      "8600 1234 5678 9012 bilan",
      "8600123456789012",
      "postgres://bozor:parol@host/db",
    ]
    const text = JSON.stringify(mask({ note: told.join(" | ") }))
    expect(text).not.toMatch(/sk_1234|abcdefghijkl|c2lnbmF0|parol@/)
    // 8600 1234 5678 9012 fails Luhn's check, so it is no card; this one passes.
    expect(JSON.stringify(mask({ note: "4111 1111 1111 1111, 4111111111111111" }))).not.toContain("1111")
  })

  // Looked through more than once, these would take minutes and end the test by its time limit.
  it("megabytes that look like the beginnings of tokens are looked through once", () => {
    const masked = mask({ a: "eyJ-".repeat(250_000), ["eyJ-".repeat(50_000)]: "eyJ." })
    expect(JSON.stringify(masked).length).toBeLessThan(10_000)
  })

  it("what has very many parts is not looked through at all", () => {
    const many = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`k${index}`, "v"]))
    expect(mask(many)).toEqual({ left_out: "more than 40000 values" })
    const deep = Array.from({ length: 199 }, () => Array.from({ length: 199 }, () => Array(199).fill(1)))
    expect(mask({ deep })).toEqual({ left_out: "more than 40000 values" })
  })

  it("tax numbers, accounts, fiscal codes and barcodes stay readable", () => {
    const facts = {
      tax_id: "301234567",
      bank_account: "20208000900123456001",
      ikpu: "06401001002000000",
      barcode: "4780000000011",
      phone: "+998901234567",
    }
    expect(mask(facts)).toEqual(facts)
  })

  it("files are their size, long texts and lists are cut", () => {
    const masked = mask({
      picture: Buffer.alloc(5000),
      csv: "a;b\n".repeat(500),
      note: "x".repeat(5000),
      list: Array.from({ length: 500 }, (_, index) => index),
    }) as Record<string, never[] & string>
    expect(masked.picture).toBe("[5000 bytes]")
    expect(masked.csv).toBe("[2000 characters]")
    expect(masked.note.length).toBeLessThan(2030)
    expect(masked.list.length).toBe(201)
    expect(mask({ rows: Array(150).fill({ text: "y".repeat(1000) }) })).toEqual({
      left_out: expect.stringMatching(/^\d+ characters$/),
    })
  })

  it("no secret survives, wherever it stands", () => {
    const secret = "s3cr3t-Kx9"
    const names = fc.constantFrom(
      "password",
      "token",
      "api_key",
      "cardNumber",
      "secret",
      "x_sha256",
      "Authorization"
    )
    fc.assert(
      fc.property(json, names, fc.array(fc.string(), { maxLength: 4 }), (around, name, path) => {
        const held = path.reduce<unknown>((inner, step) => ({ [step]: inner, around }), {
          [name]: secret,
          around,
        })
        expect(JSON.stringify(mask(held))).not.toContain(secret)
      })
    )
  })

  it("gives what PostgreSQL can keep, and the same when asked again", () => {
    fc.assert(
      fc.property(fc.oneof(json, fc.string({ unit: "binary" })), (value) => {
        const masked = mask({ value })
        expect(JSON.stringify(masked)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
        expect(mask(masked)).toEqual(masked)
        expect(stored(masked)).toEqual(stored(stored(masked)))
      })
    )
    expect(plainText("a\u0000b\ud800c😀")).toBe("a\ufffdb\ufffdc😀")
  })
})

describe("the chain", () => {
  const draft = (facts: Partial<Draft> = {}): Draft => ({
    at: "2026-11-21T10:00:00.000Z",
    duration_ms: 5,
    actor_type: "user",
    actor_id: "user_1",
    actor_label: "a@example.com",
    company_id: null,
    action: "POST /admin/products",
    entity_type: "product",
    entity_id: "prod_1",
    before: null,
    after: { b: 1, a: [1, { d: 2, c: 3 }] },
    changed: [],
    body: null,
    outcome: "done",
    status_code: 200,
    error_code: null,
    address: "127.0.0.1",
    count: 1,
    ...facts,
  })

  it("canonical JSON does not depend on the order of keys, nor on having been stored", () => {
    expect(canonical({ b: 1, a: { d: [null, "x"], c: undefined } })).toBe('{"a":{"d":[null,"x"]},"b":1}')
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(turned)).toBe(canonical(value))
        expect(canonical(stored(value))).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual(stored(value))
      })
    )
  })

  it("each link holds the one before, and every fact counts", () => {
    let serial = 0
    const entries = link({ seq: 0, hash: GENESIS }, [draft(), draft(), draft()], () => `audit_${++serial}`)
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(entries.map(({ prev_hash }) => prev_hash)).toEqual([GENESIS, entries[0].hash, entries[1].hash])
    const { prev_hash, hash, ...facts } = entries[1]
    expect(hashOf(prev_hash, facts)).toBe(hash)
    for (const name of Object.keys(facts) as Array<keyof typeof facts>) {
      expect(hashOf(prev_hash, { ...facts, [name]: "something else" as never })).not.toBe(hash)
    }
  })
})

describe("what changed", () => {
  it("is named by its place", () => {
    const before = {
      price: 1,
      raw_price: { value: "1" },
      updated_at: "a",
      tags: [1],
      v: { v1: { cost: 1 }, v2: {} },
    }
    const after = {
      price: 2,
      raw_price: { value: "2" },
      updated_at: "b",
      tags: [1],
      v: { v1: { cost: 2 }, v3: {} },
    }
    expect(changedFields(before, after)).toEqual(["price", "v.v1.cost", "v.v2", "v.v3"])
    expect(changedFields(null, after)).toEqual([])
    expect(changedFields(before, before)).toEqual([])
  })
})

describe("on the way into the chain", () => {
  const finished = (intent_id: string) => ({ intent_id, action: intent_id }) as Finished

  it("one that can't be written does not take the others with it", async () => {
    const written: string[] = []
    const lost: string[] = []
    const queue = new AppendQueue(
      async (batch) => {
        if (batch.some(({ intent_id }) => intent_id === "bad")) {
          throw new Error("no")
        }
        written.push(...batch.map(({ intent_id }) => intent_id!))
      },
      (_, { intent_id }) => lost.push(intent_id!)
    )
    for (const id of ["a", "bad", "b"]) {
      queue.add(finished(id))
    }
    await queue.drain()
    expect([written, lost]).toEqual([["a", "b"], ["bad"]])
  })

  it("refusals are counted by address, route and minute, and a flood from everywhere stays small", async () => {
    const counted: Array<{ address: string; count: number }> = []
    const counter = new DenialCounter(async (rows) => void counted.push(...rows))
    const denial = {
      at: "2026-11-21T10:00:07.000Z",
      action: "POST /admin/*",
      status_code: 401,
      error_code: null,
    }
    for (let index = 0; index < 5000; index++) {
      counter.add({ ...denial, address: `10.0.${index >> 8}.${index & 255}` })
      counter.add({ ...denial, address: "192.0.2.1" })
    }
    await counter.drain()
    expect(counted.length).toBeLessThanOrEqual(1002)
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(10_000)
    expect(counted.find(({ address }) => address === "192.0.2.1")!.count).toBeGreaterThan(400)
  })
})

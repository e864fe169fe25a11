import * as fc from "fast-check"
import {
  isPaymeMethod,
  NULL_ID,
  PAYME_ERROR,
  PAYME_METHODS,
  PaymeError,
  parseRpc,
  rpcErrorText,
  rpcResultText,
} from "../index"

const NOT_OK = (code: number, rawId = "null") => ({
  ok: false,
  rawId,
  error: expect.objectContaining({ code }) as unknown,
})

describe("parseRpc", () => {
  it("reads a call", () => {
    expect(parseRpc('{"method":"CheckTransaction","params":{"id":"x"},"id":4}')).toEqual({
      ok: true,
      call: { id: 4, rawId: "4", method: "CheckTransaction", params: { id: "x" } },
    })
  })

  it.each(['{"method":', "", "\ufeff{}", "undefined", "{'id':1}", '{"id":7,"method":'])(
    "answers -32700 with id null to %j (P-08)",
    (body) => {
      expect(parseRpc(body)).toMatchObject(NOT_OK(-32700))
    }
  )

  it.each([
    "[]",
    '[{"method":"CheckTransaction","params":{},"id":1}]',
    "null",
    "7",
    '"text"',
    '{"params":{}}',
    '{"method":7,"params":{}}',
    '{"method":null,"params":{}}',
    '{"method":"CheckTransaction"}',
    '{"method":"CheckTransaction","params":"a string"}',
    '{"method":"CheckTransaction","params":null}',
    '{"method":"CheckTransaction","params":[]}',
  ])("answers -32600 to %s (P-09)", (body) => {
    expect(parseRpc(body)).toMatchObject(NOT_OK(-32600))
  })

  it("echoes the id of a malformed call", () => {
    expect(parseRpc('{"id":9007199254740993,"method":7}')).toMatchObject(NOT_OK(-32600, "9007199254740993"))
  })

  it("leaves an unknown method to the caller (P-10)", () => {
    expect(parseRpc('{"method":"Foo","params":{},"id":1}')).toMatchObject({
      ok: true,
      call: { method: "Foo" },
    })
    expect(["Foo", "constructor", "__proto__", "checktransaction", ""].map(isPaymeMethod)).not.toContain(true)
    expect(PAYME_METHODS.filter(isPaymeMethod)).toHaveLength(8)
  })

  it.each([
    ["7", 7],
    ['"7"', "7"],
    ["9007199254740993", 9007199254740992],
    ["-123456789012345678901234567890", -1.2345678901234568e29],
    ["1.0", 1],
    ["1E+2", 100],
    ["true", true],
    ["null", null],
    ['"\\u0041\\"\\\\"', 'A"\\'],
  ])("keeps the id %s as it was written (P-12)", (rawId, id) => {
    const parsed = parseRpc(`{"id" : ${rawId} ,"method":"m","params":{"id":"other"}}`)

    expect(parsed).toMatchObject({ ok: true, call: { rawId, id } })
  })

  it.each(["", '"id":{"id":5},', '"id":[5],', '"params":{"id":5},', '"ID":5,'])(
    "takes the id for null when the call has %j (P-12)",
    (member) => {
      const parsed = parseRpc(`{${member}"method":"m","params":{"id":{"id":6}}}`)

      expect(parsed).toMatchObject({ ok: true, call: { rawId: "null", id: null } })
    }
  )

  it.each([
    ['{"id":1,"id":2,"method":"m","params":{}}', "2"],
    ['{"id":1,"id":{},"method":"m","params":{}}', "null"],
    ['{"id":{},"id":2,"method":"m","params":{}}', "2"],
    ['{"\\u0069d":3,"method":"m","params":{}}', "3"],
    ['{"method":"\\"id\\":5","params":{"a":"}\\\\"},"id":4}', "4"],
    ['{"x":"id","method":"m","params":{},"id":5}', "5"],
  ])("finds the same id as JSON.parse in %s", (body, rawId) => {
    expect(parseRpc(body)).toMatchObject({ ok: true, call: { rawId } })
  })

  it("does not let __proto__ touch anything", () => {
    const parsed = parseRpc(
      '{"__proto__":{"method":"m","polluted":1},"params":{"__proto__":{"polluted":1}},"id":1}'
    )

    expect(parsed).toMatchObject(NOT_OK(-32600, "1"))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it("survives depth and size", () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`

    expect(parseRpc(`{"method":"m","id":1,"params":${deep(100_000)}}`)).toMatchObject(NOT_OK(-32600, "1"))
    expect(parseRpc(`{"method":"m","id":1,"params":${deep(31)}}`)).toMatchObject({ ok: true })
    expect(parseRpc(`{"method":"m","id":1,"params":${deep(32)}}`)).toMatchObject(NOT_OK(-32600, "1"))
    expect(parseRpc("[".repeat(900_000))).toMatchObject(NOT_OK(-32700))
    expect(parseRpc(`{"method":"m","params":{},"x":"${"x".repeat(1_000_000)}"}`)).toMatchObject(
      NOT_OK(-32600)
    )
  })

  it("never throws on arbitrary text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (text) => {
        expect(typeof parseRpc(text).ok).toBe("boolean")
      }),
      { numRuns: 2_000 }
    )
  })

  it("never throws on text made of JSON's own pieces", () => {
    const piece = fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "\\", '"id"', "1", "-", "e", " ", "null")
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(typeof parseRpc(pieces.join("")).ok).toBe("boolean")
      }),
      { numRuns: 5_000 }
    )
  })
})

describe("answers", () => {
  const scalarText = fc.oneof(
    fc.bigInt().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
    fc.string({ unit: "grapheme" }).map((value) => JSON.stringify(value)),
    fc.constantFrom("true", "false", "null", "-0", "1.50", "1E5", "1e-7", '"\\u00e9\\/"')
  )
  const blank = fc.constantFrom("", " ", "\n\t", "\r\n  ")

  it("echo the id byte for byte, wherever it stands", () => {
    fc.assert(
      fc.property(
        scalarText,
        blank,
        fc.boolean(),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (id, ws, first, params) => {
          const rest = `"method":"m","params":{"p":${JSON.stringify(params)}}`
          const member = `"id"${ws}:${ws}${id}${ws}`
          const parsed = parseRpc(first ? `{${ws}${member},${rest}}` : `{${rest}${ws},${member}}`)
          const rawId = parsed.ok ? parsed.call.rawId : parsed.rawId

          expect(parsed.ok).toBe(true)
          expect(rpcResultText(rawId, { allow: true })).toBe(`{"result":{"allow":true},"id":${id}}`)
          expect(rpcErrorText(rawId, new PaymeError(PAYME_ERROR.INTERNAL)).endsWith(`,"id":${id}}`)).toBe(
            true
          )
        }
      ),
      { numRuns: 1_000 }
    )
  })

  it("are either a result or an error", () => {
    expect(JSON.parse(rpcErrorText(NULL_ID, new PaymeError(PAYME_ERROR.UNKNOWN_METHOD, 'Foo"')))).toEqual({
      error: {
        code: -32601,
        message: { ru: "Метод не найден", uz: "Metod topilmadi", en: "Method not found" },
        data: 'Foo"',
      },
      id: null,
    })
  })
})

import fc from "fast-check"
import {
  accountReference,
  answerText,
  errorAnswer,
  ExactNumber,
  ExactObject,
  parseExactObject,
  readUzumBody,
  storableAccount,
  TIME_FIELD,
  UZUM_METHODS,
  UzumMethod,
  uzumRequest,
} from "../index"

const T1 = "00000000-0000-4000-8000-000000000001"
const BODIES: Record<UzumMethod, Record<string, unknown>> = {
  check: { serviceId: 101202, timestamp: 1700000000000, params: { order_id: "1001" } },
  create: {
    serviceId: 101202,
    timestamp: 1700000000150,
    transId: T1,
    params: { order_id: "1001" },
    amount: 15000050,
  },
  confirm: {
    serviceId: 101202,
    timestamp: 1700000004900,
    transId: T1,
    paymentSource: "UZCARD",
    phone: "998900000000",
  },
  reverse: { serviceId: 101202, timestamp: 1, transId: T1 },
  status: { serviceId: 101202, timestamp: 1, transId: T1 },
}
const read = (method: UzumMethod, body: unknown) =>
  uzumRequest(method, readUzumBody(typeof body === "string" ? body : JSON.stringify(body)))
const codeOf = (call: () => unknown) => {
  try {
    call()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}
const params = (text: string) => parseExactObject(text) as ExactObject

describe("reading JSON without losing digits", () => {
  it("keeps every digit of a number (U-37)", () => {
    const { amount } = params('{"amount":9007199254740993}')

    expect((amount as ExactNumber).text).toBe("9007199254740993")
    expect((amount as ExactNumber).toInt64()).toBe(9007199254740993n)
  })

  it.each([
    ["9223372036854775807", 9223372036854775807n],
    ["-9223372036854775808", -9223372036854775808n],
    ["9223372036854775808", null],
    ["99999999999999999999", null],
    ["1.0", null],
    ["1e3", null],
    ["0", 0n],
  ])("%s as int64", (text, value) => {
    expect(new ExactNumber(text).toInt64()).toBe(value)
  })

  it.each(["", "{", "[]", "1", '"a"', "null", '{"a":1}x', "{'a':1}", '{"a":01}'])(
    "%p is no JSON object",
    (text) => {
      expect(parseExactObject(text)).toBeNull()
    }
  )

  it("does not overflow the stack on a body that nests", () => {
    expect(parseExactObject(`{"a":${"[".repeat(30_000)}${"]".repeat(30_000)}}`)).toBeNull()
    expect(parseExactObject(`{"a":"${"[".repeat(30_000)}"}`)).not.toBeNull()
  })

  it("reads any JSON object as JSON.parse does", () => {
    const plain = (value: unknown): unknown => {
      if (value instanceof ExactNumber) {
        return Number(value.text)
      }
      if (Array.isArray(value)) {
        return value.map(plain)
      }
      return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]))
        : value
    }
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })),
        fc.constantFrom(undefined, 2),
        (object, indent) => {
          const text = JSON.stringify(object, null, indent)
          expect(plain(parseExactObject(text))).toEqual(plain(JSON.parse(text)))
        }
      )
    )
  })

  it("echoes any int64 digit by digit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (serviceId) => {
        const { echo } = readUzumBody(`{"serviceId":${serviceId}}`)
        expect(answerText(errorAnswer("check", echo, "10006", 7))).toBe(
          `{"serviceId":${serviceId},"status":"FAILED","timestamp":7,"errorCode":"10006"}`
        )
      })
    )
  })
})

describe("required fields (U-03, U-04)", () => {
  const cases = UZUM_METHODS.flatMap((method) =>
    Object.keys(BODIES[method]).map((field) => [method, field] as const)
  )

  it.each(UZUM_METHODS)("%s with all of them is read", (method) => {
    expect(read(method, BODIES[method])).toMatchObject({ serviceId: 101202n })
    expect(codeOf(() => read(method, "{"))).toBe("10002")
  })

  it.each(cases)("%s without %s, or with null: 10005", (method, field) => {
    const { [field]: _, ...rest } = BODIES[method]

    expect(codeOf(() => read(method, rest))).toBe("10005")
    expect(codeOf(() => read(method, { ...rest, [field]: null }))).toBe("10005")
    expect(codeOf(() => read(method, { ...rest, [field]: [] }))).toBe("10005")
  })

  it("an amount that is a number but no int64 is a wrong amount, not a missing one", () => {
    for (const amount of ["15000050.5", "1e30", "99999999999999999999"]) {
      const text = JSON.stringify(BODIES.create).replace('"amount":15000050', `"amount":${amount}`)
      expect(read("create", text).amount).toBeNull()
    }
    expect(codeOf(() => read("create", { ...BODIES.create, amount: "15000050" }))).toBe("10005")
  })

  it("confirm keeps what it does not know (U-35)", () => {
    const { details } = read("confirm", {
      ...BODIES.confirm,
      paymentSource: "SOMETHING_NEW",
      tariff: null,
      cardType: 2,
      phone: 998900000000,
    })

    expect(details).toEqual({
      paymentSource: "SOMETHING_NEW",
      phone: "998900000000",
      tariff: null,
      processingReferenceNumber: null,
      cardType: "2",
    })
  })
})

describe("the account", () => {
  it("is the same as number and as text (U-10)", () => {
    expect(accountReference(params('{"order_id":1001}'), "order_id")).toBe("1001")
    expect(accountReference(params('{"order_id":" 1001 "}'), "order_id")).toBe("1001")
    expect(accountReference(params('{"order_id":9007199254740993}'), "order_id")).toBe("9007199254740993")
  })

  it.each([
    "{}",
    '{"order_id":""}',
    '{"order_id":null}',
    '{"order_id":true}',
    '{"order_id":[1]}',
    '{"Order_id":1}',
  ])("%s names no order (U-06)", (text) => {
    expect(accountReference(params(text), "order_id")).toBe("")
    expect(accountReference(params(text), "toString")).toBe("")
  })

  it("can always be stored", () => {
    expect(
      storableAccount(params('{"a":"x\\u0000y","b":"\\ud800","c":12345678901234567890,"d":{}}'))
    ).toEqual({
      a: "x\uFFFDy",
      b: "\uFFFD",
      c: "12345678901234567890",
      d: null,
    })
  })
})

describe("error bodies", () => {
  it("have text codes and the time field of their call", () => {
    const bodies = UZUM_METHODS.map((method) => errorAnswer(method, {}, "10001", 5))

    expect(bodies.map((body, index) => body[TIME_FIELD[UZUM_METHODS[index]]])).toEqual(Array(5).fill(5))
    expect(Object.values(TIME_FIELD)).toEqual([
      "timestamp",
      "transTime",
      "confirmTime",
      "reverseTime",
      "transTime",
    ])
    expect(answerText(bodies[0])).toBe('{"status":"FAILED","timestamp":5,"errorCode":"10001"}')
  })
})

import fc from "fast-check"
import { answerText, clickCall, CLICK_ERROR, isSigned, readFields } from "../index"

const SECRET = "FAKE_CLICK_SECRET"
const F1 =
  "click_trans_id=11111111&service_id=12345&click_paydoc_id=22222222&merchant_trans_id=order-1001&amount=1000.00" +
  "&action=0&error=0&error_note=Success&sign_time=2026-01-15+10%3A30%3A00&sign_string=4b9dfea2c8bc6d4aba996781ff9cf8b6"
const F2 =
  "click_trans_id=11111111&service_id=12345&click_paydoc_id=22222222&merchant_trans_id=order-1001" +
  "&merchant_prepare_id=77&amount=1000.00&action=1&error=0&error_note=Success&sign_time=2026-01-15+10%3A30%3A05" +
  "&sign_string=255e68ba0273ad06fc8c69a4a10c1f9f"
const F3 = F2.replace("error=0&error_note=Success", "error=-5017&error_note=Insufficient+funds")

const read = (body: string, route: "prepare" | "complete" = "prepare") => {
  const fields = readFields(body)
  return fields && clickCall(fields, route)
}
const jsonOf = (body: string) => {
  const pairs = [...new URLSearchParams(body)].map(([name, value]) => {
    const isNumber = /^(-?[1-9]\d*|0|\d+\.\d+)$/.test(value) && name !== "merchant_trans_id"
    return `${JSON.stringify(name)}: ${isNumber ? value : JSON.stringify(value)}`
  })
  return `{${pairs.join(", ")}}`
}

describe("bodies (vectors 5.2)", () => {
  it.each([
    ["F1", F1, "prepare", 0],
    ["F2", F2, "complete", 0],
    ["F3", F3, "complete", -5017],
  ] as const)("%s is read and its signature holds, as a form and as JSON", (_, body, action, error) => {
    for (const text of [body, jsonOf(body)]) {
      const parsed = read(text)!
      expect(parsed.action).toBe(action)
      expect(parsed.call).toMatchObject({ amount: "1000.00", error, click_paydoc_id: "22222222" })
      expect(isSigned(action, parsed.call, SECRET)).toBe(true)
    }
  })

  it("F1 decodes + and %3A of sign_time (C-42)", () => {
    expect(read(F1)!.call.sign_time).toBe("2026-01-15 10:30:00")
  })

  it("answers F1 and F2 byte for byte", () => {
    expect(answerText("prepare", readFields(F1), 77, CLICK_ERROR.SUCCESS)).toBe(
      '{"click_trans_id":11111111,"merchant_trans_id":"order-1001","merchant_prepare_id":77,"error":0,"error_note":"Success"}'
    )
    expect(answerText("complete", readFields(F2), 77, CLICK_ERROR.SUCCESS)).toBe(
      '{"click_trans_id":11111111,"merchant_trans_id":"order-1001","merchant_confirm_id":77,"error":0,"error_note":"Success"}'
    )
  })

  it("echoes an id beyond 2^53 digit by digit (C-18)", () => {
    const fields = readFields(F1.replace("11111111", "9007199254740993"))
    expect(answerText("prepare", fields, 1, 0)).toContain('"click_trans_id":9007199254740993,')
    expect(readFields('{"click_trans_id": 9007199254740993, "amount": 1000.0}')).toEqual(
      new Map([
        ["click_trans_id", "9007199254740993"],
        ["amount", "1000.0"],
      ])
    )
  })

  it("answers what could not be read with null, as JSON all the same", () => {
    expect(JSON.parse(answerText("complete", null, null, CLICK_ERROR.BAD_REQUEST))).toEqual({
      click_trans_id: null,
      merchant_trans_id: null,
      merchant_confirm_id: null,
      error: -8,
      error_note: "Error in request from click",
    })
  })
})

describe("calls that are not whole (C-01, C-02, C-40)", () => {
  const without = (body: string, name: string) => body.replace(new RegExp(`(^|&)${name}=[^&]*`), "")
  const signed = [
    "click_trans_id",
    "service_id",
    "click_paydoc_id",
    "merchant_trans_id",
    "amount",
    "action",
    "error",
  ]

  it.each([...signed, "sign_time", "sign_string"])("without %s", (name) => {
    expect(read(without(F1, name))).toBeNull()
    expect(read(F1.replace(new RegExp(`${name}=[^&]*`), `${name}=`))).toBeNull()
  })

  it("Complete without merchant_prepare_id; Prepare ignores one", () => {
    expect(read(without(F2, "merchant_prepare_id"))).toBeNull()
    expect(read(`${F1}&merchant_prepare_id=77`)!.call.merchant_prepare_id).toBe("")
  })

  it.each([
    "",
    " ",
    "{}",
    "[]",
    "null",
    "{",
    '{"amount": {"x": 1}}',
    '{"amount": [1]}',
    '{"a": 1, "a": 2}',
    `${F1}&amount=1000.00`,
    `${F1}&amount=1`,
    `${F1}%00`,
    "x".repeat(20_000),
    F1.replace("11111111", "00000001"),
    F1.replace("11111111", "1e3"),
    F1.replace("11111111", "-1"),
    F1.replace("error=0", "error=zero"),
    F1.replace("order-1001", "x".repeat(256)),
  ])("refuses %.40s", (body) => {
    expect(read(body)).toBeNull()
  })

  it("an error note is not needed, further fields do no harm", () => {
    expect(read(`${without(F1, "error_note")}&extra=1`)).not.toBeNull()
  })

  it("action decides, not the address; another action belongs to the address", () => {
    expect(read(F2, "prepare")!.action).toBe("complete")
    expect(read(F1, "complete")!.action).toBe("prepare")
    expect(read(F1.replace("action=0", "action=2"), "prepare")!.action).toBe("prepare")
    expect(read(F2.replace("action=1", "action=2"), "complete")!.action).toBe("complete")
  })

  it("never throws, whatever comes, and every answer is JSON", () => {
    const bodies = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.tuple(fc.nat(F1.length), fc.string()).map(([at, text]) => F1.slice(0, at) + text + F1.slice(at)),
      fc
        .dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)))
        .map((o) => JSON.stringify(o))
    )
    fc.assert(
      fc.property(bodies, (body) => {
        const fields = readFields(body)
        const parsed = fields && clickCall(fields, "complete")
        expect(() => JSON.parse(answerText("complete", fields, null, -8)) as unknown).not.toThrow()
        expect(parsed === null || parsed.call.sign_string !== "").toBe(true)
      })
    )
  })

  it("JSON keeps the text of every scalar", () => {
    const names = fc.uniqueArray(fc.string(), { minLength: 1 })
    const values = fc.oneof(
      fc.string({ unit: "grapheme" }).filter((text) => text !== "" && !text.includes("\0")),
      fc.bigInt({ min: 0n })
    )
    fc.assert(
      fc.property(names, fc.infiniteStream(values), (keys, stream) => {
        const pairs = keys.map((key) => [key, stream.next().value] as const)
        const text = pairs.map(
          ([key, value]) =>
            `${JSON.stringify(key)} :\n${typeof value === "bigint" ? value : JSON.stringify(value)}`
        )
        expect(readFields(`{${text.join(",")}}`)).toEqual(
          new Map(pairs.map(([key, value]) => [key, String(value)]))
        )
      })
    )
  })
})

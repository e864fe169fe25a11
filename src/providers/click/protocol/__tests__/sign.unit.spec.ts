import { inspect } from "node:util"
import fc from "fast-check"
import { advancedShopSign, completeSign, isSigned, merchantAuth, prepareSign } from "../index"

const SECRET = "FAKE_CLICK_SECRET"
const P = "2026-01-15 10:30:00"
const C = "2026-01-15 10:30:05"

const call = (click_trans_id: string, merchant_trans_id: string, amount: string, prepareId = "") => ({
  click_trans_id,
  service_id: "12345",
  click_paydoc_id: "22222222",
  merchant_trans_id,
  merchant_prepare_id: prepareId,
  amount,
  action: prepareId ? "1" : "0",
  error: 0,
  error_note: "Success",
  sign_time: prepareId ? C : P,
  sign_string: "",
})
const A = "11111111"
const BIG = "9007199254740993"

describe("signatures (vectors 5.1)", () => {
  it.each([
    ["S1", call(A, "order-1001", "1000"), "2bc8391267d4e3e95be40b8cfe377b52"],
    ["S2", call(A, "order-1001", "1000.00"), "4b9dfea2c8bc6d4aba996781ff9cf8b6"],
    ["S3", call(BIG, "order-1001", "150000.50"), "6e1c5705e76a87023e60853b28e0f16b"],
    ["S4", call("11111112", "Буюртма-1001", "1000.00"), "f901acaaafabd2878c222bb1a46dd2b6"],
  ])("%s Prepare", (_, signed, expected) => {
    expect(prepareSign(signed, SECRET)).toBe(expected)
    expect(isSigned("prepare", { ...signed, sign_string: expected }, SECRET)).toBe(true)
  })

  it.each([
    ["S5", call(A, "order-1001", "1000.00", "77"), "255e68ba0273ad06fc8c69a4a10c1f9f"],
    ["S6", call(A, "order-1001", "1000", "77"), "685c2e22429bb03c32d7a0c15e4081b5"],
    ["S7", call(BIG, "order-1001", "150000.50", "2147483647"), "eb1ef1217fccbf54a6bcb1ea3e8e13c5"],
    ["S8", call(A, "order-1001", "1000.00", "999999999"), "5606db831296deecd7c8fca511d840e6"],
    ["S12", call(A, "order-1", "1000.00", "177"), "dfc09f4f7996837f9b85997e371d832e"],
    ["S12", call(A, "order-11", "1000.00", "77"), "dfc09f4f7996837f9b85997e371d832e"],
  ])("%s Complete", (_, signed, expected) => {
    expect(completeSign(signed, SECRET)).toBe(expected)
    expect(isSigned("complete", { ...signed, sign_string: expected.toUpperCase() }, SECRET)).toBe(true)
  })

  it.each([
    ["S9 another secret", "prepare", call(A, "order-1001", "1000.00"), "3c89750393d543f430eff7197c2ef45f"],
    [
      "S10 no prepare id",
      "complete",
      call(A, "order-1001", "1000.00", "77"),
      "b650217927b1a4ac453f2918d9944429",
    ],
    ["S11 secret first", "prepare", call(A, "order-1001", "1000.00"), "e9d3f4367369f7b544a45b5f1824ae7f"],
  ] as const)("%s is refused", (_, action, signed, sign_string) => {
    expect(isSigned(action, { ...signed, sign_string }, SECRET)).toBe(false)
  })

  it("S9 is what the other secret gives", () => {
    expect(prepareSign(call(A, "order-1001", "1000.00"), "OTHER_FAKE_SECRET")).toBe(
      "3c89750393d543f430eff7197c2ef45f"
    )
  })

  it("anything but 32 hexadecimal digits is refused without an exception", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (sign_string) => {
        expect(isSigned("prepare", { ...call(A, "order-1001", "1000.00"), sign_string }, SECRET)).toBe(false)
      })
    )
  })

  it("one changed character of any signed value breaks the signature, unless it moves between neighbours", () => {
    const names = [
      "click_trans_id",
      "service_id",
      "merchant_trans_id",
      "amount",
      "action",
      "sign_time",
    ] as const
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ minLength: 1 }), (name, extra) => {
        const signed = call(A, "order-1001", "1000.00", "77")
        const sign_string = completeSign(signed, SECRET)
        expect(
          isSigned("complete", { ...signed, [name]: `${signed[name]}${extra}`, sign_string }, SECRET)
        ).toBe(false)
      })
    )
  })

  it("neither error nor the payment id is covered, which is why neither is believed", () => {
    const signed = {
      ...call(A, "order-1001", "1000.00", "77"),
      sign_string: "255e68ba0273ad06fc8c69a4a10c1f9f",
    }
    expect(isSigned("complete", { ...signed, error: -5017, click_paydoc_id: "1" }, SECRET)).toBe(true)
  })

  it("never shows the secret in what it returns", () => {
    const texts = inspect([
      prepareSign(call(A, "a", "1"), SECRET),
      completeSign(call(A, "a", "1", "1"), SECRET),
    ])
    expect(texts).not.toContain(SECRET)
  })
})

it("signs calls of the Advanced Shop (vector 5.6)", () => {
  const signed = {
    click_paydoc_id: "555000",
    attempt_trans_id: "1",
    service_id: "12345",
    action: "1",
    sign_time: P,
  }
  expect(advancedShopSign(signed, ["order-1001", "1000.00"], SECRET)).toBe("8f732c912008fead3bcbbbb7e24e75d2")
})

describe("Auth header of the Merchant API (vectors 5.4)", () => {
  it.each([
    ["H1", 1_700_000_000, "4321:25359070e3b5e7198fd8ed16302d29064d7a24b7:1700000000"],
    ["H2", 1_768_473_000, "4321:38aff4293cc167347ab7d16c830306607c1413ec:1768473000"],
  ])("%s", (_, seconds, header) => {
    expect(merchantAuth("4321", "FAKE_MERCHANT_SECRET", seconds * 1000 + 999)).toBe(header)
  })
})

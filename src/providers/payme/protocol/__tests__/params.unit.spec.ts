import {
  accountReference,
  cancelParams,
  changePasswordParams,
  checkParams,
  checkPerformParams,
  createParams,
  PaymeError,
  performParams,
  setFiscalDataParams,
  statementParams,
} from "../index"

const ID = "700000000000000000000001"
const account = { order_id: "1001" }

function errorOf(action: () => unknown): PaymeError | null {
  try {
    action()
    return null
  } catch (error) {
    return error as PaymeError
  }
}
const codeOf = (action: () => unknown) => errorOf(action)?.code

describe("params of the methods", () => {
  it("ignores unknown members (P-16)", () => {
    expect(checkPerformParams({ amount: 15000050, account, extra: 1, ["constructor"]: {} })).toEqual({
      amount: 15000050,
      account,
    })
    expect(createParams({ id: ID, time: 1, amount: 1, account, extra: null })).toEqual({
      id: ID,
      time: 1,
      amount: 1,
      account,
    })
    expect(performParams({ id: ID, extra: 1 })).toEqual({ id: ID })
    expect(checkParams({ id: ID, extra: 1 })).toEqual({ id: ID })
    expect(cancelParams({ id: ID, reason: 3, extra: 1 })).toEqual({ id: ID, reason: 3 })
    expect(statementParams({ from: 1, to: 2, extra: 1 })).toEqual({ from: 1, to: 2 })
  })

  it.each([0, -1, 15000050.5, 2 ** 53, 1e308 * 10, -0])(
    "answers -31001 to the amount %d (P-25)",
    (amount) => {
      expect(codeOf(() => checkPerformParams({ amount, account }))).toBe(-31001)
      expect(codeOf(() => createParams({ id: ID, time: 1, amount, account }))).toBe(-31001)
    }
  )

  it.each(["15000050", null, undefined, true, [1], {}])(
    "answers -32600 to the amount %j (P-25)",
    (amount) => {
      expect(codeOf(() => checkPerformParams({ amount, account }))).toBe(-32600)
      expect(codeOf(() => createParams({ id: ID, time: 1, amount, account }))).toBe(-32600)
    }
  )

  it("judges the shape before the amount", () => {
    expect(codeOf(() => createParams({ id: 7, time: 1, amount: 0, account }))).toBe(-32600)
  })

  it.each(["x", ID, "x".repeat(64)])("takes the id %s", (id) => {
    expect(performParams({ id })).toEqual({ id })
  })

  it.each(["", "x".repeat(65), 7, null, undefined, "a\0b", "a\nb", "\ud800"])(
    "answers -32600 to the id %j",
    (id) => {
      expect(codeOf(() => createParams({ id, time: 1, amount: 1, account }))).toBe(-32600)
      expect(codeOf(() => performParams({ id }))).toBe(-32600)
      expect(codeOf(() => cancelParams({ id, reason: 3 }))).toBe(-32600)
      expect(codeOf(() => checkParams({ id }))).toBe(-32600)
    }
  )

  it.each([0, -1, 1.5, 2 ** 53, "1700000000000", null, undefined])(
    "answers -32600 to the time %j",
    (time) => {
      expect(codeOf(() => createParams({ id: ID, time, amount: 1, account }))).toBe(-32600)
    }
  )

  it.each([0, 1, 5, 10, 77, -3])("stores the reason %d, listed or not", (reason) => {
    expect(cancelParams({ id: ID, reason })).toEqual({ id: ID, reason })
  })

  it.each([undefined, null, "5", 1.5])("answers -32600 to the reason %j", (reason) => {
    expect(codeOf(() => cancelParams({ id: ID, reason }))).toBe(-32600)
  })

  it.each([undefined, null, "order", [], [1], { order_id: null }, { order_id: {} }, { order_id: ["1001"] }])(
    "answers -32600 to the account %j",
    (wrong) => {
      expect(codeOf(() => checkPerformParams({ amount: 1, account: wrong }))).toBe(-32600)
    }
  )

  it("takes an empty account as well formed", () => {
    expect(checkPerformParams({ amount: 1, account: {} }).account).toEqual({})
  })

  it("drops __proto__ from an account", () => {
    const params = JSON.parse('{"amount":1,"account":{"__proto__":"x","order_id":"1"}}') as unknown

    expect(Object.keys(checkPerformParams(params).account)).toEqual(["order_id"])
  })

  it("takes a statement range that is backwards, and refuses half a range (P-74)", () => {
    expect(statementParams({ from: 2, to: 1 })).toEqual({ from: 2, to: 1 })
    expect(statementParams({ from: 0, to: 0 })).toEqual({ from: 0, to: 0 })
    expect(codeOf(() => statementParams({ to: 1 }))).toBe(-32600)
    expect(codeOf(() => statementParams({ from: 1 }))).toBe(-32600)
    expect(codeOf(() => statementParams({ from: "1", to: 2 }))).toBe(-32600)
    expect(codeOf(() => statementParams({ from: -1, to: 2 }))).toBe(-32600)
  })

  it.each([undefined, null, "x", 7, []])("answers -32600 to params %j", (params) => {
    expect(codeOf(() => performParams(params))).toBe(-32600)
  })
})

describe("accountReference", () => {
  it.each([
    ["1001", "1001"],
    [1001, "1001"],
    ["  1001 ", "1001"],
    [0, "0"],
    [true, "true"],
    [9007199254740991, "9007199254740991"],
    ["9007199254740993", "9007199254740993"],
  ])("reads %j as %s (P-26)", (value, reference) => {
    expect(accountReference({ order_id: value }, "order_id")).toBe(reference)
  })

  it.each([
    {},
    { Order_id: "1001" },
    { order_id: "" },
    { order_id: " \t" },
    { order_id: 2 ** 53 },
    { order_id: -(2 ** 60) },
    { order_id: Infinity },
  ])("answers -31050 with the field's name to %j (P-24)", (received) => {
    const error = errorOf(() => accountReference(received as Record<string, string>, "order_id"))

    expect(error?.toRpcError()).toMatchObject({ code: -31050, data: "order_id" })
  })

  it.each(["constructor", "__proto__", "toString"])("does not find the inherited field %s", (field) => {
    expect(codeOf(() => accountReference({}, field))).toBe(-31050)
  })
})

describe("setFiscalDataParams", () => {
  const fiscal_data = {
    receipt_id: 121,
    status_code: 0,
    message: "accepted",
    terminal_id: "EP000000000025",
    fiscal_sign: "800031554082",
    qr_code_url: "https://ofd.example/epi?t=1",
    date: "20220706221021",
  }

  it.each([
    [121, "121"],
    ["121", "121"],
    ["00121", "00121"],
  ])("keeps the receipt id %j as text (P-85)", (receipt_id, text) => {
    const params = {
      id: ID,
      type: "PERFORM",
      fiscal_data: { ...fiscal_data, receipt_id, extra: 1 },
      extra: 1,
    }

    expect(setFiscalDataParams(params)).toEqual({
      id: ID,
      type: "PERFORM",
      fiscal_data: { ...fiscal_data, receipt_id: text },
    })
  })

  it("fills what a failed registration leaves out with null", () => {
    const params = { id: ID, type: "CANCEL", fiscal_data: { status_code: 5, message: "no", qr_code_url: "" } }

    expect(setFiscalDataParams(params).fiscal_data).toEqual({
      receipt_id: null,
      status_code: 5,
      message: "no",
      terminal_id: null,
      fiscal_sign: null,
      qr_code_url: null,
      date: null,
    })
  })

  it.each([
    [{ type: "PERFORM", fiscal_data }, "id"],
    [{ id: ID, type: "X", fiscal_data }, "type"],
    [{ id: ID, fiscal_data }, "type"],
    [{ id: ID, type: "PERFORM" }, "fiscal_data"],
    [{ id: ID, type: "PERFORM", fiscal_data: "x" }, "fiscal_data"],
    [{ id: ID, type: "PERFORM", fiscal_data: { ...fiscal_data, receipt_id: {} } }, "fiscal_data.receipt_id"],
    [
      { id: ID, type: "PERFORM", fiscal_data: { ...fiscal_data, fiscal_sign: 2 ** 53 } },
      "fiscal_data.fiscal_sign",
    ],
    [
      { id: ID, type: "PERFORM", fiscal_data: { ...fiscal_data, status_code: "0" } },
      "fiscal_data.status_code",
    ],
    [
      { id: ID, type: "PERFORM", fiscal_data: { ...fiscal_data, qr_code_url: "javascript:alert(1)" } },
      "fiscal_data.qr_code_url",
    ],
    [null, "params"],
  ])("answers -32602 in plain text naming the field (P-84) %#", (params, field) => {
    expect(errorOf(() => setFiscalDataParams(params))?.toRpcError()).toEqual({
      code: -32602,
      message: `Invalid parameter: ${field}`,
    })
  })
})

describe("changePasswordParams", () => {
  it("takes the key as it is", () => {
    expect(changePasswordParams({ password: " k:e#y " })).toEqual({ password: " k:e#y " })
  })

  it.each([{}, { password: "" }, { password: "  " }, { password: 7 }, { password: null }, null])(
    "answers %j with an account error that names password (P-89)",
    (params) => {
      expect(errorOf(() => changePasswordParams(params))?.toRpcError()).toMatchObject({
        code: -31050,
        data: "password",
      })
    }
  )
})

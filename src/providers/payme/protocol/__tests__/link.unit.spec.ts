import { checkoutForm, checkoutUrl, CheckoutInput } from "../index"

const base = { host: "https://checkout.paycom.uz", merchantId: "aaaaaaaaaaaaaaaaaaaaaaaa" }
const order = { ...base, account: { order_id: "1001" }, amountTiyin: 15000050 }
const returnUrl = "https://shop.example/pay/return/1001"

const VECTORS: [string, CheckoutInput, string][] = [
  [
    "L1",
    { ...base, merchantId: "587f72c72cac0d162c722ae2", account: { order_id: "197" }, amountTiyin: 500 },
    "bT01ODdmNzJjNzJjYWMwZDE2MmM3MjJhZTI7YWMub3JkZXJfaWQ9MTk3O2E9NTAw",
  ],
  ["L2", order, "bT1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE7YWMub3JkZXJfaWQ9MTAwMTthPTE1MDAwMDUw"],
  [
    "L3",
    { ...order, lang: "uz", returnUrl },
    "bT1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE7YWMub3JkZXJfaWQ9MTAwMTthPTE1MDAwMDUwO2w9dXo7Yz1odHRwczovL3Nob3AuZXhhbXBsZS9wYXkvcmV0dXJuLzEwMDE=",
  ],
  [
    "L4",
    { ...order, lang: "ru", returnUrl, returnDelayMs: 15000 },
    "bT1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE7YWMub3JkZXJfaWQ9MTAwMTthPTE1MDAwMDUwO2w9cnU7Yz1odHRwczovL3Nob3AuZXhhbXBsZS9wYXkvcmV0dXJuLzEwMDE7Y3Q9MTUwMDA=",
  ],
  [
    "L5",
    { ...base, account: { order_id: "1001", store: "7" }, amountTiyin: 100n },
    "bT1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE7YWMub3JkZXJfaWQ9MTAwMTthYy5zdG9yZT03O2E9MTAw",
  ],
  [
    "L6",
    {
      ...base,
      account: { order_id: "payses_01FAKE" },
      amountTiyin: 99900,
      lang: "en",
      returnUrl: "https://shop.example/pay/return?ps=payses_01FAKE",
    },
    "bT1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE7YWMub3JkZXJfaWQ9cGF5c2VzXzAxRkFLRTthPTk5OTAwO2w9ZW47Yz1odHRwczovL3Nob3AuZXhhbXBsZS9wYXkvcmV0dXJuP3BzPXBheXNlc18wMUZBS0U=",
  ],
  [
    "L7",
    { ...base, account: { order_id: "Буюртма-1001" }, amountTiyin: 100 },
    "bT1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE7YWMub3JkZXJfaWQ90JHRg9GO0YDRgtC80LAtMTAwMTthPTEwMA==",
  ],
  [
    "L8",
    { ...base, account: { order_id: "10" }, amountTiyin: 99900, returnUrl: "https://shop.example/r?o=10" },
    "bT1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE7YWMub3JkZXJfaWQ9MTA7YT05OTkwMDtjPWh0dHBzOi8vc2hvcC5leGFtcGxlL3I/bz0xMA==",
  ],
  [
    "L9",
    { ...base, account: { order_id: "100" }, amountTiyin: 99900, returnUrl: "https://shop.example/~u/r" },
    "bT1hYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE7YWMub3JkZXJfaWQ9MTAwO2E9OTk5MDA7Yz1odHRwczovL3Nob3AuZXhhbXBsZS9+dS9y",
  ],
]

const WRONG_IN_BOTH: [string, Partial<CheckoutInput>][] = [
  ["whole number of tiyin", { amountTiyin: 0 }],
  ["whole number of tiyin", { amountTiyin: -1 }],
  ["whole number of tiyin", { amountTiyin: -1n }],
  ["whole number of tiyin", { amountTiyin: 1.5 }],
  ["whole number of tiyin", { amountTiyin: 2 ** 53 }],
  ["whole number of tiyin", { amountTiyin: 2n ** 53n + 1n }],
  ["account.order_id is empty", { account: { order_id: "" } }],
  ["account.order_id is empty", { account: { order_id: " " } }],
  ["at least one field", { account: {} }],
  ["name of a Payme account field", { account: { "": "1" } }],
  ["name of a Payme account field", { account: { "a=b": "1" } }],
  ["name of a Payme account field", { account: { "a;b": "1" } }],
  ["merchant id is empty", { merchantId: " " }],
  ["checkout host", { host: "checkout.paycom.uz" }],
  ["speaks ru, uz and en", { lang: "de" as "ru" }],
  ["whole milliseconds", { returnDelayMs: -1 }],
  ["whole milliseconds", { returnDelayMs: 0.5 }],
]

describe("checkoutUrl", () => {
  it.each(VECTORS)("makes the link %s", (_, input, base64) => {
    expect(checkoutUrl(input)).toBe(`https://checkout.paycom.uz/${base64}`)
  })

  it("joins a host that ends with a slash once", () => {
    expect(checkoutUrl({ ...order, host: "https://test.paycom.uz/" })).toMatch(
      /^https:\/\/test\.paycom\.uz\/bT1h/
    )
  })

  it.each([
    ["account.order_id must not contain", { account: { order_id: "10;a=1" } }],
    ["return URL must not contain", { returnUrl: "https://shop.example/r;x" }],
    ["merchant id must not contain", { merchantId: "a;b" }],
    ...WRONG_IN_BOTH,
  ])("refuses: %s", (message, wrong) => {
    expect(() => checkoutUrl({ ...order, ...wrong })).toThrow(message)
  })
})

describe("checkoutForm", () => {
  it("has the inputs of Payme's form", () => {
    expect(
      checkoutForm({
        ...order,
        account: { order_id: "1001", store: "7" },
        lang: "uz",
        returnUrl: "https://shop.example/r;x/:transaction",
        returnDelayMs: 15,
        description: { ru: "Заказ 1001", en: "Order 1001" },
      })
    ).toEqual({
      action: "https://checkout.paycom.uz",
      fields: {
        merchant: "aaaaaaaaaaaaaaaaaaaaaaaa",
        amount: "15000050",
        "account[order_id]": "1001",
        "account[store]": "7",
        lang: "uz",
        callback: "https://shop.example/r;x/:transaction",
        callback_timeout: "15",
        "description[ru]": "Заказ 1001",
        "description[en]": "Order 1001",
      },
    })
  })

  it("leaves out what was not given", () => {
    expect(Object.keys(checkoutForm(order).fields)).toEqual(["merchant", "amount", "account[order_id]"])
    expect(checkoutForm({ ...order, description: "Order" }).fields.description).toBe("Order")
  })

  it.each(WRONG_IN_BOTH)("refuses: %s", (message, wrong) => {
    expect(() => checkoutForm({ ...order, ...wrong })).toThrow(message)
  })
})

import { readFileSync } from "node:fs"
import { join } from "node:path"
import { EnvError, envNames, parseEnv, paymeCashboxes } from "../env"

const example = Object.fromEntries(
  readFileSync(join(__dirname, "../../../.env.example"), "utf8")
    .split("\n")
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as const)
)

const production = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://user:secret@db/market",
  JWT_SECRET: "jwt",
  COOKIE_SECRET: "cookie",
}

function errorOf(source: Record<string, string>): string {
  try {
    parseEnv(source)
  } catch (error) {
    if (error instanceof EnvError) {
      return error.message
    }
    throw error
  }
  return "(no error)"
}

describe(".env.example", () => {
  it("documents every variable that is read, and no other", () => {
    expect(Object.keys(example).sort()).toEqual([...envNames].sort())
  })

  it("changes nothing when it is copied as it is", () => {
    expect(parseEnv(example)).toEqual(parseEnv({}))
  })
})

describe("parseEnv", () => {
  it.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["DATABASE_POOL_MAX", "1.5"],
    ["BOZOR_URL", "shop"],
    ["DATABASE_URL", "mysql://localhost/market"],
    ["RESERVATION_MINUTES", "0"],
    ["PAYME_CASHBOXES", "{"],
    ["PAYME_BUSY_CODE", "-1"],
    ["PAYME_FISCAL", "maybe"],
    ["PAYME_SHIPPING_IKPU", "123"],
    ["PAYME_ACCOUNT_FIELD", "order id"],
    ["CLICK_SERVICES", "[]"],
    ["CLICK_SERVICE_ID", "abc"],
    ["CLICK_CANCEL_CONFIRMED_CODE", "-8"],
    ["UZUM_SERVICES", "{"],
    ["UZUM_ERROR_HTTP_STATUS", "500"],
    ["UZUM_CHECKOUT_CALLBACK_TOKEN", "short"],
    ["CASH_PAYMENT", "maybe"],
    ["MARKET_TAX_ID", "12"],
    ["MARKET_BANK_ACCOUNT", "12"],
    ["SETTLEMENT_HOLD_DAYS", "-1"],
  ])("answers one line that names %s when it is %s", (name, value) => {
    const message = errorOf({ [name]: value })
    expect(message).toMatch(new RegExp(`^${name}: .+`))
    expect(message.split("\n")).toHaveLength(1)
  })

  it("names every wrong variable at once", () => {
    expect(errorOf({ PORT: "x", PAYME_FISCAL: "y" }).split("\n")).toHaveLength(2)
  })

  it.each(["DATABASE_URL", "JWT_SECRET", "COOKIE_SECRET"])("does not start production without %s", (name) => {
    expect(parseEnv(production).NODE_ENV).toBe("production")
    expect(errorOf({ ...production, [name]: "" })).toBe(
      `${name}: is required in production; see .env.example`
    )
  })

  it.each([
    ["PAYME_KEY", { PAYME_MERCHANT_ID: "id" }],
    ["PAYME_MERCHANT_ID", { PAYME_KEY: "key" }],
  ])("asks for %s when only the other half of a cash box is given", (name, half) => {
    expect(errorOf(half)).toMatch(new RegExp(`^${name}: is missing`))
  })

  it.each([
    ["CLICK_SECRET_KEY", { CLICK_SERVICE_ID: "1", CLICK_MERCHANT_ID: "2" }],
    ["CLICK_SERVICE_ID", { CLICK_SECRET_KEY: "key" }],
    ["UZUM_PASSWORD", { UZUM_SERVICE_ID: "1", UZUM_LOGIN: "login" }],
    [
      "UZUM_CHECKOUT_API_KEY",
      { UZUM_CHECKOUT_TERMINAL_ID: "t", UZUM_CHECKOUT_URL: "https://checkout.example/" },
    ],
    ["STRIPE_WEBHOOK_SECRET", { STRIPE_API_KEY: "key" }],
    ["STRIPE_API_KEY", { STRIPE_WEBHOOK_SECRET: "secret" }],
  ])("names %s when its provider is configured by half", (name, half) => {
    expect(errorOf(half)).toMatch(new RegExp(`^${name}: is missing`))
  })

  it("never repeats a secret in an error", () => {
    expect(errorOf({ ...production, DATABASE_URL: "mysql://user:hunter2@db/market" })).not.toContain(
      "hunter2"
    )
  })

  it("is frozen", () => {
    expect(Object.isFrozen(parseEnv({}))).toBe(true)
  })
})

describe("paymeCashboxes", () => {
  it("is empty without Payme", () => {
    expect(paymeCashboxes(parseEnv({}))).toEqual([])
  })

  it("is the one box of the plain variables", () => {
    const [box, ...others] = paymeCashboxes(parseEnv({ PAYME_MERCHANT_ID: "id", PAYME_KEY: "key" }))
    expect(box).toEqual({
      id: "payme",
      merchant_id: "id",
      key: "key",
      test_key: undefined,
      account_field: "order_id",
    })
    expect(others).toEqual([])
  })
})

import { z } from "@medusajs/framework/zod"
import { jsonList } from "./env-json"
import { BozorOptions } from "./options"

/** The variables of payment providers and of the market's money, and how they become options. */

const text = z.string().trim().min(1)
const flag = z.preprocess((value) => value === "1" || value === "true", z.boolean())
const id = z.string().regex(/^[a-z0-9]{1,20}$/, "must be 1 to 20 lower-case letters or digits")
const field = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,30}$/)
const digits = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,20}$/, `must be ${what}, digits only`)
const oneOf = <T extends readonly [string, ...string[]]>(values: T) => z.enum(values)

const clickService = z.object({
  id,
  service_id: digits("the service id"),
  merchant_id: digits("the merchant id"),
  secret_key: text,
  merchant_user_id: digits("the merchant user id").optional(),
  merchant_api_key: text.optional(),
})

const uzumService = z.object({
  id,
  service_id: z.coerce.number().int().positive(),
  login: text,
  password: text,
  account_field: field.default("order_id"),
})

export const providerShape = {
  CLICK_SERVICES: jsonList(clickService, "services").optional(),
  CLICK_SERVICE_ID: digits("the service id").optional(),
  CLICK_MERCHANT_ID: digits("the merchant id").optional(),
  CLICK_SECRET_KEY: text.optional(),
  CLICK_MERCHANT_USER_ID: digits("the merchant user id").optional(),
  CLICK_MERCHANT_API_KEY: text.optional(),
  CLICK_PAY_URL: z.url().optional(),
  CLICK_API_URL: z.url().optional(),
  CLICK_CANCEL_CONFIRMED_CODE: oneOf(["-9", "-4"]).default("-9"),
  UZUM_SERVICES: jsonList(uzumService, "services").optional(),
  UZUM_SERVICE_ID: digits("the service id").optional(),
  UZUM_LOGIN: text.optional(),
  UZUM_PASSWORD: text.optional(),
  UZUM_ACCOUNT_FIELD: field.default("order_id"),
  UZUM_ERROR_HTTP_STATUS: oneOf(["400", "200"]).default("400"),
  UZUM_BUSY_CODE: oneOf(["99999", "10008"]).default("99999"),
  UZUM_OPEN_SERVICE_URL: z.url().optional(),
  UZUM_AMOUNT_IN_LINK: flag,
  UZUM_CHECKOUT_TERMINAL_ID: text.optional(),
  UZUM_CHECKOUT_API_KEY: text.optional(),
  UZUM_CHECKOUT_URL: z.url().optional(),
  UZUM_CHECKOUT_CALLBACK_TOKEN: text.min(16, "must have at least 16 characters").optional(),
  UZUM_CHECKOUT_PAY_TYPE: oneOf(["ONE_STEP", "TWO_STEP"]).default("ONE_STEP"),
  UZUM_CHECKOUT_AUTO_FISCAL: flag,
  STRIPE_API_KEY: text.optional(),
  STRIPE_WEBHOOK_SECRET: text.optional(),
  STRIPE_API_URL: z.url().optional(),
  CASH_PAYMENT: oneOf(["on", "off"]).default("on"),
  CASH_RESERVATION_HOURS: z.coerce.number().positive().max(720).default(24),
  MARKET_NAME: text.default("Bozor"),
  MARKET_TAX_ID: z
    .string()
    .regex(/^(\d{9}|\d{14})$/, "must be 9 (STIR) or 14 (PINFL) digits")
    .optional(),
  MARKET_ADDRESS: text.optional(),
  MARKET_BANK_ACCOUNT: z
    .string()
    .regex(/^\d{20}$/, "must be 20 digits")
    .optional(),
  MARKET_BANK_MFO: z
    .string()
    .regex(/^\d{5}$/, "must be 5 digits")
    .optional(),
  MARKET_POS_COMMISSION: z.enum(["none", "same"]).default("none"),
  COMMISSION_VAT_PERCENT: z.coerce.number().min(0).max(100).default(12),
  SETTLEMENT_HOLD_DAYS: z.coerce.number().int().min(0).max(365).default(3),
  SETTLEMENT_MINIMUM: z.coerce.number().int().min(0).default(100_000),
}

export type ProviderEnv = z.infer<z.ZodObject<typeof providerShape>>

/** Variables that make sense together only; the first missing one is named. */
const TOGETHER: Array<[string, Array<keyof ProviderEnv>]> = [
  ["Click", ["CLICK_SERVICE_ID", "CLICK_MERCHANT_ID", "CLICK_SECRET_KEY"]],
  ["Uzum Bank", ["UZUM_SERVICE_ID", "UZUM_LOGIN", "UZUM_PASSWORD"]],
  [
    "Uzum Checkout",
    [
      "UZUM_CHECKOUT_TERMINAL_ID",
      "UZUM_CHECKOUT_API_KEY",
      "UZUM_CHECKOUT_URL",
      "UZUM_CHECKOUT_CALLBACK_TOKEN",
    ],
  ],
  ["Stripe", ["STRIPE_API_KEY", "STRIPE_WEBHOOK_SECRET"]],
]

/** What is missing of a provider that was configured by half; one line per provider. */
export function missingOf(env: ProviderEnv): string[] {
  return TOGETHER.flatMap(([name, fields]) => {
    const missing = fields.find((field) => env[field] === undefined)
    const isBegun = fields.some((field) => env[field] !== undefined)
    return missing && isBegun ? [`${missing}: is missing; ${name} needs ${fields.join(", ")}`] : []
  })
}

function clickServices(env: ProviderEnv) {
  if (env.CLICK_SERVICES || !env.CLICK_SERVICE_ID) {
    return env.CLICK_SERVICES ?? []
  }
  return [
    {
      id: "click",
      service_id: env.CLICK_SERVICE_ID,
      merchant_id: env.CLICK_MERCHANT_ID,
      secret_key: env.CLICK_SECRET_KEY,
      merchant_user_id: env.CLICK_MERCHANT_USER_ID,
      merchant_api_key: env.CLICK_MERCHANT_API_KEY,
    },
  ]
}

function uzumServices(env: ProviderEnv) {
  if (env.UZUM_SERVICES || !env.UZUM_SERVICE_ID) {
    return env.UZUM_SERVICES ?? []
  }
  return [
    {
      id: "uzum",
      service_id: Number(env.UZUM_SERVICE_ID),
      login: env.UZUM_LOGIN,
      password: env.UZUM_PASSWORD,
      account_field: env.UZUM_ACCOUNT_FIELD,
    },
  ]
}

type Loose = Record<keyof BozorOptions, unknown>

/** Options of Click, Uzum, Stripe, cash, the market's own facts and settlements. */
export function providerOptions(
  env: ProviderEnv
): Pick<Loose, "click" | "uzum" | "uzum_checkout" | "stripe" | "cash" | "market" | "settlement"> {
  return {
    click: {
      services: clickServices(env),
      pay_url: env.CLICK_PAY_URL,
      api_url: env.CLICK_API_URL,
      cancel_confirmed_code: Number(env.CLICK_CANCEL_CONFIRMED_CODE),
    },
    uzum: {
      services: uzumServices(env),
      error_http_status: Number(env.UZUM_ERROR_HTTP_STATUS),
      busy_code: env.UZUM_BUSY_CODE,
      open_service_url: env.UZUM_OPEN_SERVICE_URL,
      include_amount_in_link: env.UZUM_AMOUNT_IN_LINK,
    },
    uzum_checkout: {
      terminals: env.UZUM_CHECKOUT_TERMINAL_ID
        ? [
            {
              id: "uzumcheckout",
              terminal_id: env.UZUM_CHECKOUT_TERMINAL_ID,
              api_key: env.UZUM_CHECKOUT_API_KEY,
              base_url: env.UZUM_CHECKOUT_URL,
              callback_token: env.UZUM_CHECKOUT_CALLBACK_TOKEN,
            },
          ]
        : [],
      pay_type: env.UZUM_CHECKOUT_PAY_TYPE,
      auto_fiscal: env.UZUM_CHECKOUT_AUTO_FISCAL,
    },
    stripe: {
      api_key: env.STRIPE_API_KEY,
      webhook_secret: env.STRIPE_WEBHOOK_SECRET,
      api_url: env.STRIPE_API_URL,
    },
    cash: { enabled: env.CASH_PAYMENT === "on", reservation_hours: env.CASH_RESERVATION_HOURS },
    market: {
      name: env.MARKET_NAME,
      tax_id: env.MARKET_TAX_ID,
      address: env.MARKET_ADDRESS,
      bank_account: env.MARKET_BANK_ACCOUNT,
      bank_mfo: env.MARKET_BANK_MFO,
      pos_commission: env.MARKET_POS_COMMISSION,
    },
    settlement: {
      hold_days: env.SETTLEMENT_HOLD_DAYS,
      minimum_tiyin: env.SETTLEMENT_MINIMUM * 100,
      commission_vat_percent: env.COMMISSION_VAT_PERCENT,
    },
  }
}

import { z } from "@medusajs/framework/zod"
import { jsonList } from "./env-json"
import { missingOf, providerShape } from "./env-providers"

/**
 * The only reader of `process.env`. Every variable is described in `.env.example`; a wrong one stops the start with
 * one line that names it. In demo mode (no `DATABASE_URL`, or `BOZOR_DEMO=1`) `npm start` makes random secrets and
 * passes them in; nowhere is there a built-in default for a secret.
 */

const text = z.string().trim().min(1)
const flag = z.preprocess((value) => value === "1" || value === "true", z.boolean())
const whole = (fallback: number, min: number, max: number) => {
  const rule = `must be a whole number from ${min} to ${max}`
  return z.coerce.number(rule).int(rule).min(min, rule).max(max, rule).default(fallback)
}
const list = z
  .string()
  .default("")
  .transform((value) =>
    value
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean)
  )

const cashboxSchema = z.object({
  id: z.string().regex(/^[a-z0-9]{1,20}$/, "must be 1 to 20 lower-case letters or digits"),
  merchant_id: text,
  key: text,
  test_key: text.optional(),
  account_field: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,30}$/)
    .default("order_id"),
})

const schema = z.object({
  NODE_ENV: z.string().default("local"),
  HOST: text.optional(),
  PORT: whole(9000, 1, 65535),
  LOG_LEVEL: z.string().default("info"),
  BOZOR_DEMO: flag,
  BOZOR_TRACE: flag,
  BOZOR_OPERATOR_PASSWORD: z.string().optional(),
  BOZOR_URL: z.url().optional(),
  DATABASE_URL: text.optional(),
  DATABASE_POOL_MAX: whole(20, 2, 500),
  REDIS_URL: text.optional(),
  JWT_SECRET: text.optional(),
  COOKIE_SECRET: text.optional(),
  STORE_CORS: z.string().default("http://localhost:8000"),
  ADMIN_CORS: z.string().default("http://localhost:9000"),
  AUTH_CORS: z.string().default("http://localhost:9000,http://localhost:8000"),
  RESERVATION_MINUTES: z.coerce.number().positive().max(10080).default(30),
  AUDIT_RETENTION_DAYS: whole(1095, 0, 36_500).refine(
    (days) => days === 0 || days >= 30,
    "must be 0 or at least 30"
  ),
  REVIEW_WINDOW_DAYS: whole(180, 0, 36_500),
  REVIEWS_UNMODERATED: flag,
  AD_ATTRIBUTION_DAYS: whole(7, 1, 90),
  SEARCH_LOG_DAYS: whole(90, 1, 3_650),
  MEILISEARCH_HOST: z.url().optional(),
  MEILISEARCH_API_KEY: text.optional(),
  PAYMENT_GRACE_MINUTES: z.coerce.number().min(0).max(720).default(5),
  PAYME_CASHBOXES: jsonList(cashboxSchema, "cash boxes").optional(),
  PAYME_MERCHANT_ID: text.optional(),
  PAYME_KEY: text.optional(),
  PAYME_TEST_KEY: text.optional(),
  PAYME_ACCOUNT_FIELD: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,30}$/)
    .default("order_id"),
  PAYME_SANDBOX: flag,
  PAYME_LOGIN: z.string().default("Paycom"),
  PAYME_CHECKOUT_URL: z.url().optional(),
  PAYME_BUSY_CODE: z
    .enum(["-31008", "-31050", "-31051", "-31052", "-31099"])
    .default("-31099")
    .transform(Number),
  PAYME_ALLOWED_IPS: list,
  PAYME_CHANGE_PASSWORD: flag,
  PAYME_FISCAL: z.enum(["omit", "refuse"]).default("omit"),
  PAYME_SHIPPING_IKPU: z
    .string()
    .regex(/^\d{17}$/, "must be 17 digits")
    .optional(),
  PAYME_SHIPPING_PACKAGE_CODE: text.optional(),
  ...providerShape,
})

/** Every variable that is read, for `.env.example` and for tests that must not inherit the caller's configuration. */
export const envNames = Object.keys(schema.shape)

export type Env = Readonly<z.infer<typeof schema>>
export type PaymeCashboxEnv = z.infer<typeof cashboxSchema>

/** A wrong or missing variable. `message` is one line per problem and names the variable. */
export class EnvError extends Error {
  override name = "EnvError"
}

/**
 * Parses a bag of variables.
 * @throws {EnvError} with one line per wrong variable
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty value in a .env file means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`)
    throw new EnvError([...new Set(lines)].join("\n"))
  }
  const value = parsed.data
  if (value.DATABASE_URL && !/^postgres(ql)?:\/\//.test(value.DATABASE_URL)) {
    throw new EnvError("DATABASE_URL: must look like postgres://user:password@host:5432/name")
  }
  if (!!value.PAYME_MERCHANT_ID !== !!value.PAYME_KEY) {
    throw new EnvError(
      `${value.PAYME_KEY ? "PAYME_MERCHANT_ID" : "PAYME_KEY"}: is missing; Payme needs both the cash box id and its key`
    )
  }
  const incomplete = missingOf(value)
  if (incomplete.length > 0) {
    throw new EnvError(incomplete.join("\n"))
  }
  if (value.NODE_ENV === "production") {
    for (const name of ["DATABASE_URL", "JWT_SECRET", "COOKIE_SECRET"] as const) {
      if (!value[name]) {
        throw new EnvError(`${name}: is required in production; see .env.example`)
      }
    }
  }
  return Object.freeze(value)
}

/** The cash boxes of Payme: `PAYME_CASHBOXES`, or the one of `PAYME_MERCHANT_ID` + `PAYME_KEY`, or none. */
export function paymeCashboxes(env: Env): PaymeCashboxEnv[] {
  if (env.PAYME_CASHBOXES) {
    return env.PAYME_CASHBOXES
  }
  if (!env.PAYME_MERCHANT_ID || !env.PAYME_KEY) {
    return []
  }
  return [
    {
      id: "payme",
      merchant_id: env.PAYME_MERCHANT_ID,
      key: env.PAYME_KEY,
      test_key: env.PAYME_TEST_KEY,
      account_field: env.PAYME_ACCOUNT_FIELD,
    },
  ]
}

let cached: Env | undefined

/** The variables of this process, parsed once and frozen. */
export function readEnv(): Env {
  cached ??= parseEnv(process.env)
  return cached
}

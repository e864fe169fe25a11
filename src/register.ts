import { join } from "node:path"
import { defineConfig } from "@medusajs/framework/utils"
import { DELIVERY_PROVIDER } from "./lib/delivery-price"
import { Env, paymeCashboxes } from "./lib/env"
import { providerOptions } from "./lib/env-providers"
import { BozorOptions, parseOptions } from "./lib/options"

/**
 * What this application and a host of the plugin register. A host gets the modules by itself (Medusa scans a plugin's
 * `modules` folder) and has to add the payment providers by hand: `paymentProviders(options, "bozor")`.
 */

const MODULES = [
  "company",
  "listing",
  "exchange",
  "order-group",
  "gateway",
  "receipt",
  "ledger",
  "reconciliation",
  "audit",
  "pos",
  "expense",
  "finance",
  "legacy",
  "like",
  "rating",
  "ad",
  "catalog",
  "search-log",
] as const

/** Options of every module and provider, read from the environment. */
export function optionsFromEnv(env: Env): BozorOptions {
  return parseOptions({
    checkout: {
      reservation_minutes: env.RESERVATION_MINUTES,
      payment_grace_minutes: env.PAYMENT_GRACE_MINUTES,
    },
    payme: {
      cashboxes: paymeCashboxes(env),
      sandbox: env.PAYME_SANDBOX,
      login: env.PAYME_LOGIN,
      checkout_url: env.PAYME_CHECKOUT_URL,
      busy_code: env.PAYME_BUSY_CODE,
      allowed_ips: env.PAYME_ALLOWED_IPS,
      change_password: env.PAYME_CHANGE_PASSWORD,
      fiscal: env.PAYME_FISCAL,
      shipping_ikpu: env.PAYME_SHIPPING_IKPU,
      shipping_package_code: env.PAYME_SHIPPING_PACKAGE_CODE,
    },
    receipt: { base_url: env.BOZOR_URL },
    audit: { retention_days: env.AUDIT_RETENTION_DAYS },
    reviews: { window_days: env.REVIEW_WINDOW_DAYS, moderated: !env.REVIEWS_UNMODERATED },
    ads: { attribution_days: env.AD_ATTRIBUTION_DAYS },
    search: { log_days: env.SEARCH_LOG_DAYS, meilisearch: meilisearchOf(env) },
    redis_url: env.REDIS_URL,
    ...providerOptions(env),
  })
}

function meilisearchOf({ MEILISEARCH_HOST, MEILISEARCH_API_KEY }: Env) {
  return MEILISEARCH_HOST ? { host: MEILISEARCH_HOST, api_key: MEILISEARCH_API_KEY } : undefined
}

/** Payment provider entries for the `providers` option of Medusa's payment module. */
export function paymentProviders(options: BozorOptions, from = "./src") {
  const ours = (folder: string, registrations: Array<{ id: string }>) =>
    registrations.map(({ id }) => ({
      resolve: `${from}/providers/${folder}`,
      id,
      options: { bozor: options },
    }))
  return [
    ...ours("payme", options.payme.cashboxes),
    ...ours("click", options.click.services),
    ...ours("uzum", options.uzum.services),
    ...ours("uzum-checkout", options.uzum_checkout.terminals),
    // Also where shoppers are not offered it (`cash.enabled`): the companies' own tills are paid by it.
    ...ours("cash", [{ id: "cash" }]),
    ...ours("share", [{ id: "share" }]),
    ...stripeProviders(options, from),
  ]
}

/** Fulfillment provider entries for the `providers` option of Medusa's fulfillment module: Medusa's manual one, and ours. */
export function fulfillmentProviders(from = "./src") {
  return [
    { resolve: "@medusajs/medusa/fulfillment-manual", id: "manual" },
    { resolve: `${from}/providers/delivery`, id: DELIVERY_PROVIDER.id },
  ]
}

/** Medusa's own Stripe provider in our dress (`src/providers/stripe`), when it has its keys. */
function stripeProviders({ stripe }: BozorOptions, from: string) {
  const { api_key: apiKey, webhook_secret: webhookSecret, api_url: apiUrl } = stripe
  return apiKey
    ? [{ resolve: `${from}/providers/stripe`, id: "stripe", options: { apiKey, webhookSecret, apiUrl } }]
    : []
}

/** Options of Medusa's Search Module: our provider, for every index. */
export function searchOptions(options: BozorOptions, from = "./src") {
  return {
    providers: [{ resolve: `${from}/providers/search`, id: "bozor", options: { bozor: options } }],
    default_provider: "bozor",
  }
}

/** The modules of this tree, for the application's own configuration. */
export function bozorModules(options: BozorOptions) {
  return MODULES.map((name) => ({ resolve: `./src/modules/${name}`, options: { bozor: options } }))
}

/** The whole configuration of the application. */
export function bozorConfig(env: Env) {
  const options = optionsFromEnv(env)
  return defineConfig({
    projectConfig: {
      databaseUrl: env.DATABASE_URL,
      databaseDriverOptions: { pool: { min: 2, max: env.DATABASE_POOL_MAX } },
      redisUrl: env.REDIS_URL,
      // "auto": the session cookie is Secure behind https and plain on http://localhost (express-session's own rule,
      // decided per request from the connection and X-Forwarded-Proto).
      cookieOptions: { secure: "auto" as unknown as boolean, sameSite: "lax" },
      http: {
        storeCors: env.STORE_CORS,
        adminCors: env.ADMIN_CORS,
        authCors: env.AUTH_CORS,
        jwtSecret: env.JWT_SECRET,
        cookieSecret: env.COOKIE_SECRET,
        authMethodsPerActor: { user: ["emailpass"], customer: ["emailpass"] },
        restrictedFields: {
          store: ["order", "orders", "listing", "listings", "company_order", "order_group", "receipt"],
        },
      },
    },
    admin: { backendUrl: "/" },
    modules: [
      ...bozorModules(options),
      {
        resolve: "@medusajs/medusa/payment",
        options: { providers: paymentProviders(options) },
      },
      localFiles(env),
      { resolve: "@medusajs/medusa/fulfillment", options: { providers: fulfillmentProviders() } },
      { resolve: "@medusajs/medusa/search", options: searchOptions(options) },
      ...(env.REDIS_URL ? redisModules(env.REDIS_URL) : []),
    ],
  })
}

/**
 * Pictures lie in `static/` and are served by this server, at its public address where it has one. Private files lie beside
 * it: Medusa would put them into `static/` too, where whoever guesses a name reads them.
 */
function localFiles({ BOZOR_URL, PORT }: Env) {
  const backend_url = `${BOZOR_URL ?? `http://localhost:${PORT}`}/static`
  const private_upload_dir = join(process.cwd(), "private")
  return {
    resolve: "@medusajs/medusa/file",
    options: {
      providers: [
        { resolve: "@medusajs/medusa/file-local", id: "local", options: { backend_url, private_upload_dir } },
      ],
    },
  }
}

function redisModules(redisUrl: string) {
  return [
    {
      resolve: "@medusajs/medusa/event-bus-redis",
      options: {
        redisUrl,
        jobOptions: {
          attempts: 5,
          backoff: { type: "exponential", delay: 1000 },
          removeOnComplete: { age: 3600, count: 1000 },
        },
      },
    },
    { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
    { resolve: "@medusajs/medusa/cache-redis", options: { redisUrl } },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/locking-redis",
            id: "locking-redis",
            is_default: true,
            options: { redisUrl },
          },
        ],
      },
    },
  ]
}

import { MedusaAppLoader } from "@medusajs/framework"
import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"
import { WorkflowScheduler } from "@medusajs/framework/orchestration"
import { Client } from "@medusajs/framework/pg"

/**
 * Runs before each test file. The keys are made up and known to the tests; `npm run test:http` has removed whatever the
 * caller's own configuration says.
 */

jest.setTimeout(120_000)

Object.assign(process.env, {
  JWT_SECRET: "test-jwt-secret",
  COOKIE_SECRET: "test-cookie-secret",
  PAYME_MERCHANT_ID: "aaaaaaaaaaaaaaaaaaaaaaaa",
  PAYME_KEY: "FAKE-LIVE-KEY-0000000000000000000000",
  PAYME_TEST_KEY: "FAKE-TEST-KEY-0000000000000000000000",
  CLICK_SERVICE_ID: "12345",
  CLICK_MERCHANT_ID: "54321",
  CLICK_SECRET_KEY: "FAKE_CLICK_SECRET",
  CLICK_MERCHANT_USER_ID: "4321",
  // Nobody listens there; a suite that needs Click's or Uzum's side starts an emulator and says so in the options.
  CLICK_API_URL: "http://127.0.0.1:9/v2/merchant/",
  UZUM_SERVICE_ID: "101202",
  UZUM_LOGIN: "fake_login",
  UZUM_PASSWORD: "fake_password",
  UZUM_CHECKOUT_TERMINAL_ID: "00000000-0000-4000-8000-00000000000a",
  UZUM_CHECKOUT_API_KEY: "FAKE-CHECKOUT-KEY",
  UZUM_CHECKOUT_URL: "http://127.0.0.1:9/api/v1/",
  UZUM_CHECKOUT_CALLBACK_TOKEN: "fake-callback-token-0001",
})

// Two files run side by side, each on a PostgreSQL database of its own: on one Redis they would take each other's events.
const { REDIS_URL, JEST_WORKER_ID } = process.env
if (REDIS_URL) {
  process.env.REDIS_URL = new URL(String(Number(JEST_WORKER_ID ?? 0) % 16), REDIS_URL).href
}

// Entities of a file that ran earlier in the same worker would be taken for this file's own.
MetadataStorage.clear()

// Medusa's runner cuts every connection before it restores the database, and knex prints one line for each of them.
const print = console.log
console.log = (...args: unknown[]) => {
  if (!String(args[0]).includes("Connection ended unexpectedly")) {
    print(...args)
  }
}

// Each test gets its database made anew. Copying its files takes half the time of PostgreSQL's usual way, block by block;
// and where `npm run test:http` has migrated a database already, a file's first one is a copy of that.
const { TEST_MIGRATED } = process.env
function quickly(statement: string): string {
  const asked = /^CREATE DATABASE ("[^"]+")(?: WITH TEMPLATE ("[^"]+"))?;$/.exec(statement)
  const template = asked?.[2] ?? (TEST_MIGRATED && `"${TEST_MIGRATED}"`)
  return asked && template
    ? `CREATE DATABASE ${asked[1]} WITH TEMPLATE ${template} STRATEGY = FILE_COPY;`
    : statement
}

type Query = (...args: unknown[]) => unknown
const query = Client.prototype.query as Query
Client.prototype.query = function (this: Client, text: unknown, ...more: unknown[]) {
  return query.call(this, typeof text === "string" ? quickly(text) : text, ...more)
} as typeof Client.prototype.query

// Forty modules take seconds to find that nothing is left to migrate.
if (TEST_MIGRATED) {
  MedusaAppLoader.prototype.runModulesMigrations = async () => undefined
}

// Scheduled jobs would come at the full minute, in the middle of whatever is being tested. Tests call jobs by themselves.
WorkflowScheduler.prototype.scheduleWorkflow = async () => undefined

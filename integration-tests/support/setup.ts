import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

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
})

// Entities of a file that ran earlier in the same worker would be taken for this file's own.
MetadataStorage.clear()

// Medusa's runner cuts every connection before it restores the database, and knex prints one line for each of them.
const print = console.log
console.log = (...args: unknown[]) => {
  if (!String(args[0]).includes("Connection ended unexpectedly")) {
    print(...args)
  }
}

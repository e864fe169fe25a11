import { randomBytes } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { envNames, parseEnv } from "../src/lib/env"
import { freePort } from "./support/free-port"
import { makeHost, packPlugin } from "./support/host-app"
import { Lifecycle } from "./support/lifecycle"
import { runMedusa } from "./support/medusa"
import { phase } from "./support/phases"
import { runPurchase } from "./support/purchase"
import { runScript } from "./support/script"
import { startServer, waitForServer } from "./support/server"
import { withTestPostgres } from "./support/test-database"

/**
 * `node scripts/run.cjs plugin-host`: proves that the packed plugin works in somebody else's Medusa. Installs it into a
 * new application, migrates, fills a market, boots, and buys something over HTTP.
 */

const MIGRATE = ["db:migrate", "--execute-safe-links", "--execute-safe-search"]
const SEED = ["exec", "./node_modules/bozor/.medusa/server/src/demo/seed.js"]

async function hostEnv(databaseUrl: string): Promise<Record<string, string>> {
  const own = Object.entries(process.env).filter(([name]) => !envNames.includes(name))
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    PORT: String(await freePort()),
    LOG_LEVEL: "warn",
    JWT_SECRET: randomBytes(16).toString("hex"),
    COOKIE_SECRET: randomBytes(16).toString("hex"),
    PAYME_MERCHANT_ID: randomBytes(12).toString("hex"),
    PAYME_KEY: randomBytes(18).toString("hex"),
  }
}

async function buy(cwd: string, databaseUrl: string, lifecycle: Lifecycle): Promise<void> {
  const env = await hostEnv(databaseUrl)
  await phase("Migrating", () => runMedusa({ name: "migrate", args: MIGRATE, env, lifecycle, cwd }))
  await phase("Filling a market", () => runMedusa({ name: "seed", args: SEED, env, lifecycle, cwd }))
  const demo = JSON.parse(readFileSync(join(cwd, ".bozor/demo.json"), "utf8")) as { publishable_key: string }
  const server = startServer(parseEnv(env), env, lifecycle, cwd)
  await phase("Booting", () => waitForServer(server))
  const target = { baseUrl: server.url, publishableKey: demo.publishable_key, paymeKey: env.PAYME_KEY ?? "" }
  await phase("Buying", () => runPurchase(target))
}

async function main(): Promise<number> {
  const lifecycle = new Lifecycle()
  const cwd = mkdtempSync(join(tmpdir(), "bozor-host-"))
  lifecycle.add(async () => rmSync(cwd, { recursive: true, force: true }))
  lifecycle.listen(() => 130)
  try {
    await phase("Installing the plugin in a new application", async () => makeHost(cwd, packPlugin(cwd)))
    await withTestPostgres(async ({ url }) => {
      await buy(cwd, url, lifecycle).finally(() => lifecycle.end())
    })
    console.log("The plugin works in another Medusa application.")
    return 0
  } finally {
    await lifecycle.end()
  }
}

runScript(main)

import { existsSync } from "node:fs"
import { parseArgs } from "node:util"

import { type Env, parseEnv } from "../src/lib/env"
import { askPassword } from "./support/ask-password"
import { demoSettings } from "./support/demo-settings"
import { Lifecycle } from "./support/lifecycle"
import { runMedusa } from "./support/medusa"
import { phase } from "./support/phases"
import { PlainError } from "./support/plain-error"
import { startPostgres } from "./support/postgres"
import { currentRun, RunLock } from "./support/run-lock"
import { databaseDir, loadEnvFile, report, scriptArgs } from "./support/script"

/**
 * `npm run operator -- --email you@example.com [--password …]`: makes the first operator of a market, who makes the
 * others in the admin. Works beside a running server and without one.
 */

const USAGE = "npm run operator -- --email you@example.com"
const MIN_PASSWORD = 8

function readArgs(): { email: string; password: string | undefined } {
  const options = { email: { type: "string" }, password: { type: "string" } } as const
  try {
    const { email, password } = parseArgs({ args: scriptArgs(), options }).values
    if (!email || !/^[^\s@]+@[^\s@]+$/.test(email)) {
      throw new PlainError(`An e-mail address is needed: ${USAGE}`)
    }
    return { email, password }
  } catch (error) {
    throw error instanceof PlainError
      ? error
      : new PlainError(`${(error as Error).message.split(".")[0]}: ${USAGE}`)
  }
}

async function findPassword(given: string | undefined, env: Env): Promise<string> {
  const password =
    given ??
    env.BOZOR_OPERATOR_PASSWORD ??
    (await askPassword("Password (empty if the account exists already): "))
  if (password && password.length < MIN_PASSWORD) {
    throw new PlainError(`The password is too short: ${MIN_PASSWORD} characters at least.`)
  }
  return password
}

/** The database that is configured, the one that runs already, or the one this project keeps. */
async function findDatabase(env: Env, lifecycle: Lifecycle): Promise<string> {
  if (env.DATABASE_URL) {
    return env.DATABASE_URL
  }
  const run = currentRun()
  if (run?.databaseUrl) {
    return run.databaseUrl
  }
  if (!existsSync(databaseDir)) {
    throw new PlainError("There is no market yet: npm start makes one.")
  }
  const lock = await RunLock.claim("npm run operator")
  lifecycle.add(async () => lock.release())
  const postgres = await startPostgres({ dir: databaseDir, database: "bozor" })
  lifecycle.add(() => postgres.stop())
  return postgres.url
}

async function run(lifecycle: Lifecycle): Promise<void> {
  loadEnvFile()
  const env = parseEnv(process.env)
  const { email, password: given } = readArgs()
  const password = await findPassword(given, env)
  const url = await findDatabase(env, lifecycle)
  const secrets = env.DATABASE_URL && !env.BOZOR_DEMO ? {} : demoSettings(env)
  const childEnv = {
    ...process.env,
    ...secrets,
    NODE_ENV: env.NODE_ENV,
    DATABASE_URL: url,
    BOZOR_OPERATOR_PASSWORD: password,
  }
  const args = ["exec", "./src/commands/operator.ts", email]
  await phase("Making the operator", () => runMedusa({ name: "operator", args, env: childEnv, lifecycle }))
  console.log(`${email} is an operator of this market.`)
}

async function main(): Promise<void> {
  const lifecycle = new Lifecycle()
  lifecycle.listen(() => 130)
  let code = 0
  try {
    await run(lifecycle)
  } catch (error) {
    if (lifecycle.isInterrupted) {
      return // The signal ends the process when everything has stopped.
    }
    report(error)
    code = 1
  }
  await lifecycle.end()
  process.exit(code)
}

void main()

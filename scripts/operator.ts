import { parseArgs } from "node:util"

import { type Env, parseEnv } from "../src/lib/env"
import { askPassword } from "./support/ask-password"
import { demoSettings } from "./support/demo-settings"
import { runInterruptible } from "./support/interruptible"
import type { Lifecycle } from "./support/lifecycle"
import { runMedusa } from "./support/medusa"
import { phase } from "./support/phases"
import { PlainError } from "./support/plain-error"
import { findDatabase } from "./support/read-market"
import { loadEnvFile, scriptArgs } from "./support/script"

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

async function run(lifecycle: Lifecycle): Promise<number> {
  loadEnvFile()
  const env = parseEnv(process.env)
  const { email, password: given } = readArgs()
  const password = await findPassword(given, env)
  const url = await findDatabase(lifecycle, "npm run operator")
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
  return 0
}

void runInterruptible(run)

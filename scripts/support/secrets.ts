import { randomBytes, randomInt, randomUUID } from "node:crypto"
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"

import type { Env } from "../../src/lib/env"
import { PlainError } from "./plain-error"
import { bozorDir } from "./script"

/**
 * Secrets of a demo market: made at random once and kept in `.bozor/secrets.json`, so that sign-ins outlive a restart
 * and no two installations share one. A market that is not a demo brings its own.
 */

const hex = (bytes: number) => () => randomBytes(bytes).toString("hex")
const number = () => String(randomInt(10_000, 99_999))

/** How each one is made; ids of providers look like the providers' own. */
const MAKERS = {
  JWT_SECRET: hex(32),
  COOKIE_SECRET: hex(32),
  PAYME_MERCHANT_ID: hex(12),
  PAYME_KEY: hex(18),
  CLICK_SERVICE_ID: number,
  CLICK_MERCHANT_ID: number,
  CLICK_SECRET_KEY: hex(8),
  CLICK_MERCHANT_USER_ID: number,
  UZUM_SERVICE_ID: () => String(randomInt(100_000, 999_999)),
  UZUM_LOGIN: hex(6),
  UZUM_PASSWORD: hex(12),
  UZUM_CHECKOUT_TERMINAL_ID: () => randomUUID(),
  UZUM_CHECKOUT_API_KEY: hex(20),
  UZUM_CHECKOUT_CALLBACK_TOKEN: hex(16),
  STRIPE_API_KEY: () => `sk_test_emulator_${randomBytes(12).toString("hex")}`,
  STRIPE_WEBHOOK_SECRET: () => `whsec_emulator_${randomBytes(12).toString("hex")}`,
}

export type SecretName = keyof typeof MAKERS
type Secrets = Record<SecretName, string>

/** The stored secrets; what an earlier version did not know of is added. */
function readOrMake(): Secrets {
  const file = join(bozorDir, "secrets.json")
  const stored = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>) : {}
  const names = Object.keys(MAKERS) as SecretName[]
  const missing = names.filter((name) => !stored[name])
  if (missing.length > 0) {
    for (const name of missing) {
      stored[name] = MAKERS[name]()
    }
    writeFileSync(`${file}.new`, JSON.stringify(stored, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return stored as Secrets
}

/** The named ones of the demo's own secrets, less those that are given. */
export function demoSecrets(env: Env, names: SecretName[]): Partial<Secrets> {
  const made = readOrMake()
  return Object.fromEntries(names.filter((name) => !env[name]).map((name) => [name, made[name]]))
}

/** @throws {PlainError} naming the first secret that is missing */
export function requireSecrets(env: Env): void {
  for (const name of ["JWT_SECRET", "COOKIE_SECRET"] as const) {
    if (!env[name]) {
      throw new PlainError(`${name}: is required with DATABASE_URL; see .env.example (or set BOZOR_DEMO=1)`)
    }
  }
}

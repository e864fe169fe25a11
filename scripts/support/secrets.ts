import { randomBytes } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

import type { Env } from "../../src/lib/env"
import { PlainError } from "./plain-error"
import { bozorDir } from "./script"

/**
 * Secrets of a demo market: made at random once and kept in `.bozor/secrets.json`, so that sign-ins outlive a restart
 * and no two installations share one. A market that is not a demo brings its own.
 */

type Secrets = Record<"JWT_SECRET" | "COOKIE_SECRET" | "PAYME_MERCHANT_ID" | "PAYME_KEY", string>

function readOrMake(): Secrets {
  const file = join(bozorDir, "secrets.json")
  if (existsSync(file)) {
    return JSON.parse(readFileSync(file, "utf8")) as Secrets
  }
  const made: Secrets = {
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
    PAYME_MERCHANT_ID: randomBytes(12).toString("hex"), // 24 hex digits, as Payme's own
    PAYME_KEY: randomBytes(18).toString("hex"), // 36 characters, as Payme's own
  }
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600, flag: "wx" })
  return made
}

/** The demo's own secrets, less those that are given; the keys of a configured Payme are left alone. */
export function demoSecrets(env: Env): Partial<Secrets> {
  const hasPayme = env.PAYME_MERCHANT_ID || env.PAYME_CASHBOXES
  const made = Object.entries(readOrMake()) as [keyof Secrets, string][]
  return Object.fromEntries(made.filter(([name]) => !env[name] && !(hasPayme && name.startsWith("PAYME_"))))
}

/** @throws {PlainError} naming the first secret that is missing */
export function requireSecrets(env: Env): void {
  for (const name of ["JWT_SECRET", "COOKIE_SECRET"] as const) {
    if (!env[name]) {
      throw new PlainError(`${name}: is required with DATABASE_URL; see .env.example (or set BOZOR_DEMO=1)`)
    }
  }
}

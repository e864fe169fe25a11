import { existsSync } from "node:fs"
import { join } from "node:path"

import { EnvError } from "../../src/lib/env"
import { PlainError } from "./plain-error"

/** The project's folder; what is ours to keep in it is under `.bozor`. */
export const root = join(__dirname, "../..")
export const bozorDir = join(root, ".bozor")
export const logDir = join(bozorDir, "logs")
export const databaseDir = join(bozorDir, "postgres")

/** Reads `.env` as Medusa's own commands do: what is already set wins. */
export function loadEnvFile(): void {
  const file = join(root, ".env")
  if (existsSync(file)) {
    process.loadEnvFile(file)
  }
}

/** One clear line for what a person can put right, the whole stack for what only we can. */
export function report(error: unknown): void {
  if (error instanceof EnvError || error instanceof PlainError) {
    console.error(error.message)
  } else {
    console.error(error)
  }
}

/** Runs a script to its end: its exit code is what `main` answers, or 1 when it fails. */
export function runScript(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      report(error)
      process.exit(1)
    }
  )
}

/** The arguments after the script's name (`node scripts/run.cjs <name> …`). */
export function scriptArgs(): string[] {
  return process.argv.slice(3)
}

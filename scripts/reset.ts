import { existsSync, rmSync } from "node:fs"
import { createInterface } from "node:readline/promises"

import { PlainError } from "./support/plain-error"
import { stopPostgresIn } from "./support/postgres"
import { removeHome } from "./support/postgres-home"
import { RunLock } from "./support/run-lock"
import { bozorDir, databaseDir, runScript, scriptArgs } from "./support/script"

/** `npm run reset [-- --yes]`: forgets the demo market, its database, secrets and logs. A DATABASE_URL is not touched. */

const QUESTION = `Everything in ${bozorDir} (the demo's database, sign-ins and logs) will be lost. Remove it? [y/N] `

async function isAgreed(): Promise<boolean> {
  if (scriptArgs().includes("--yes")) {
    return true
  }
  if (!process.stdin.isTTY) {
    throw new PlainError("Nobody is there to ask: npm run reset -- --yes removes .bozor without asking.")
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(QUESTION)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

async function main(): Promise<number> {
  if (!existsSync(bozorDir)) {
    console.log("There is nothing to remove.")
    return 0
  }
  if (!(await isAgreed())) {
    console.log("Nothing was removed.")
    return 1
  }
  await RunLock.claim("npm run reset") // Refuses while a server runs; the note goes with the folder.
  await stopPostgresIn(databaseDir)
  removeHome(databaseDir)
  rmSync(bozorDir, { recursive: true, force: true })
  console.log("Removed. The next npm start begins afresh.")
  return 0
}

runScript(main)

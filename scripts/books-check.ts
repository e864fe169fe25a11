import { existsSync } from "node:fs"
import { Client } from "pg"

import { parseEnv } from "../src/lib/env"
import { checkBooks, Raw } from "../src/workflows/books/check"
import { reportLines } from "../src/workflows/books/report"
import { Lifecycle } from "./support/lifecycle"
import { PlainError } from "./support/plain-error"
import { startPostgres } from "./support/postgres"
import { currentRun, RunLock } from "./support/run-lock"
import { databaseDir, loadEnvFile, runScript } from "./support/script"

/**
 * `npm run books:check`: compares orders, payments, gateway, receipts, ledger and statements of this market, and ends
 * with 1 when something does not agree, naming the rows. It reads only, in one snapshot; a server may run beside it.
 */

/** What is being booked at this moment is no imbalance. */
const IN_PROGRESS_MS = 60_000

/** The database that is configured, the one that runs already, or the one this project keeps. */
async function findDatabase(lifecycle: Lifecycle): Promise<string> {
  const env = parseEnv(process.env)
  const url = env.DATABASE_URL ?? currentRun()?.databaseUrl
  if (url) {
    return url
  }
  if (!existsSync(databaseDir)) {
    throw new PlainError("There is no market yet: npm start makes one.")
  }
  const lock = await RunLock.claim("npm run books:check")
  lifecycle.add(async () => lock.release())
  const postgres = await startPostgres({ dir: databaseDir, database: "bozor" })
  lifecycle.add(() => postgres.stop())
  return postgres.url
}

/** Runs statements with named bindings (`:bound`) on a plain connection. */
function rawOf(client: Client): Raw {
  return async <Row>(sql: string, bindings: Record<string, unknown>) => {
    const values: unknown[] = []
    const text = sql.replace(/(?<!:):([a-z_]+)/g, (match, name: string) =>
      name in bindings ? `$${values.push(bindings[name])}` : match
    )
    return (await client.query(text, values)).rows as Row[]
  }
}

/** Waits until everything has gone out: a pipe would lose the end of a long report when the process exits. */
function say(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()))
}

async function check(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("begin isolation level repeatable read read only")
    const books = await checkBooks(rawOf(client), new Date(Date.now() - IN_PROGRESS_MS))
    await say(reportLines(books).join("\n"))
    return books.imbalances.length > 0 ? 1 : 0
  } finally {
    await client.end()
  }
}

async function main(): Promise<number> {
  const lifecycle = new Lifecycle()
  lifecycle.listen(() => 130)
  loadEnvFile()
  try {
    return await check(await findDatabase(lifecycle))
  } finally {
    await lifecycle.end()
  }
}

runScript(main)

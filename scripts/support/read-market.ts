import { existsSync } from "node:fs"
import { Client } from "pg"

import { parseEnv } from "../../src/lib/env"
import { Lifecycle } from "./lifecycle"
import { PlainError } from "./plain-error"
import { startPostgres } from "./postgres"
import { currentRun, RunLock } from "./run-lock"
import { databaseDir, loadEnvFile } from "./script"

/** The database that is configured, the one that runs already, or the one this project keeps. */
export async function findDatabase(lifecycle: Lifecycle, who: string): Promise<string> {
  const env = parseEnv(process.env)
  const url = env.DATABASE_URL ?? currentRun()?.databaseUrl
  if (url) {
    return url
  }
  if (!existsSync(databaseDir)) {
    throw new PlainError("There is no market yet: npm start makes one.")
  }
  const lock = await RunLock.claim(who)
  lifecycle.add(async () => lock.release())
  const postgres = await startPostgres({ dir: databaseDir, database: "bozor" })
  lifecycle.add(() => postgres.stop())
  return postgres.url
}

/** Waits until everything has gone out: a pipe would lose the end of a long report when the process exits. */
export function say(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()))
}

/**
 * Lets a script read this market's database in one snapshot; a server may run beside it.
 * @param who the command as a person types it
 * @returns what `read` answers: the exit code
 */
export function readMarket(who: string, read: (client: Client) => Promise<number>): Promise<number> {
  return useMarket(who, async (client) => {
    await client.query("begin isolation level repeatable read read only")
    return read(client)
  })
}

/** Lends a script a connection to this market's database; a server may run beside it. */
export async function useMarket(who: string, use: (client: Client) => Promise<number>): Promise<number> {
  const lifecycle = new Lifecycle()
  lifecycle.listen(() => 130)
  loadEnvFile()
  try {
    const client = new Client({ connectionString: await findDatabase(lifecycle, who) })
    await client.connect()
    try {
      return await use(client)
    } finally {
      await client.end()
    }
  } finally {
    await lifecycle.end()
  }
}

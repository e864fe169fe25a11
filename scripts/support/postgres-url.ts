import type { ChildProcess } from "node:child_process"
import { readFileSync } from "node:fs"

import { Client, escapeIdentifier } from "pg"

import { PlainError } from "./plain-error"
import { sleep } from "./processes"

export type Address = Readonly<{ port: number; password: string }>

/** The host is the literal name `localhost`: Medusa's test runner asks for TLS from any other. */
export function connectionUrl(at: Address, database: string): string {
  return `postgres://postgres:${at.password}@localhost:${at.port}/${encodeURIComponent(database)}`
}

async function makeDatabase(at: Address, database: string): Promise<void> {
  const client = new Client({ connectionString: connectionUrl(at, "postgres"), connectionTimeoutMillis: 5000 })
  client.on("error", () => undefined)
  try {
    await client.connect()
    const found = await client.query("select from pg_database where datname = $1", [database])
    if (!found.rowCount) {
      await client.query(`create database ${escapeIdentifier(database)}`)
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What the server itself said last, without its date and process id. */
function lastWords(log: string): string {
  const said = readFileSync(log, "utf8").trim().split("\n")
  const fatal = said.filter((line) => /FATAL|PANIC|ERROR|could not|error while/.test(line)).at(-1) ?? said.at(-1) ?? ""
  return fatal.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "")
}

/** Waits until the server answers (recovery after a crash can take a while) and the database exists. */
export async function waitForDatabase(
  server: ChildProcess,
  at: Address,
  database: string,
  log: string
): Promise<void> {
  const deadline = Date.now() + 120_000
  let failed: Error | undefined
  server.once("error", (error) => (failed = error))
  for (;;) {
    try {
      return await makeDatabase(at, database)
    } catch (error) {
      if (failed || server.exitCode !== null || server.signalCode !== null) {
        throw new PlainError(`the embedded database did not start: ${failed?.message ?? lastWords(log)} (${log})`)
      }
      if (Date.now() > deadline) {
        throw new PlainError(`the embedded database did not answer in two minutes: ${String(error)} (${log})`)
      }
      await sleep(50)
    }
  }
}

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

/** Runs statements on the server's own database, from where the others can be made and dropped. */
async function administer(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const target = new URL(url)
  target.pathname = "/postgres"
  const client = new Client({ connectionString: target.href, connectionTimeoutMillis: 5000 })
  client.on("error", () => undefined)
  try {
    await client.connect()
    await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const databaseName = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1))

function makeDatabase(url: string): Promise<void> {
  return administer(url, async (client) => {
    const found = await client.query("select from pg_database where datname = $1", [databaseName(url)])
    if (!found.rowCount) {
      await client.query(`create database ${escapeIdentifier(databaseName(url))}`)
    }
  })
}

/** Drops the database with all that is in it, and makes it again. */
export function recreateDatabase(url: string): Promise<void> {
  const name = escapeIdentifier(databaseName(url))
  return administer(url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
  })
}

/** What the server itself said last, without its date and process id. */
function lastWords(log: string): string {
  const said = readFileSync(log, "utf8").trim().split("\n")
  const fatal =
    said.filter((line) => /FATAL|PANIC|ERROR|could not|error while/.test(line)).at(-1) ?? said.at(-1) ?? ""
  return fatal.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "")
}

/** Waits until the server answers (recovery after a crash can take a while) and the database exists. */
export async function waitForDatabase(server: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = Date.now() + 120_000
  let failed: Error | undefined
  server.once("error", (error) => (failed = error))
  for (;;) {
    try {
      return await makeDatabase(url)
    } catch (error) {
      if (failed || server.exitCode !== null || server.signalCode !== null) {
        throw new PlainError(
          `the embedded database did not start: ${failed?.message ?? lastWords(log)} (${log})`
        )
      }
      if (Date.now() > deadline) {
        throw new PlainError(`the embedded database did not answer in two minutes: ${String(error)} (${log})`)
      }
      await sleep(50)
    }
  }
}

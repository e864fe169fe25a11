import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"
import { startPostgres, stopPostgresIn, type RunningPostgres } from "../postgres"
import { removeHome } from "../postgres-home"
import { isRunning, signal, waitUntil } from "../processes"

jest.setTimeout(60_000)

const dir = mkdtempSync(join(tmpdir(), `bozor-test-${process.pid}-`))
const pidFile = join(dir, "data/postmaster.pid")
const start = () => startPostgres({ dir, database: "market", fast: true })
const serverPid = () => Number(readFileSync(pidFile, "utf8").split("\n")[0])

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

let postgres: RunningPostgres

beforeAll(async () => {
  postgres = await start()
  await query(postgres.url, "create table note as select 'kept' as text")
})

afterAll(async () => {
  await stopPostgresIn(dir)
  removeHome(dir)
})

const notes = () => query(postgres.url, "select text from note")

it("listens on this machine only, under the name the test runner wants", async () => {
  expect(new URL(postgres.url).hostname).toBe("localhost")
  expect(await query(postgres.url, "show listen_addresses")).toEqual([{ listen_addresses: "localhost" }])
})

it("keeps its password to itself", async () => {
  expect(statSync(join(dir, "password")).mode & 0o777).toBe(0o600)
  const wrong = postgres.url.replace(/:[^:@]+@/, ":wrong@")
  await expect(query(wrong, "select 1")).rejects.toThrow("password authentication failed")
})

it("folds letters of every alphabet", async () => {
  expect(await query(postgres.url, "select lower('ЎҚҲ Oʻ') as text")).toEqual([{ text: "ўқҳ oʻ" }])
})

it("keeps data and password over a stop and a start", async () => {
  const { password } = new URL(postgres.url)
  await postgres.stop()
  expect(existsSync(pidFile)).toBe(false)
  postgres = await start()
  expect(new URL(postgres.url).password).toBe(password)
  expect(await notes()).toEqual([{ text: "kept" }])
})

it("stops an orphan of a killed launcher before it starts anew", async () => {
  const orphan = serverPid()
  postgres = await start()
  expect(isRunning(orphan)).toBe(false)
  expect(await notes()).toEqual([{ text: "kept" }])
})

it("recovers after the server was killed outright", async () => {
  const pid = serverPid()
  signal(pid, "SIGKILL")
  await waitUntil(() => !isRunning(pid), 5_000)
  expect(existsSync(pidFile)).toBe(true)
  postgres = await start()
  expect(await notes()).toEqual([{ text: "kept" }])
})

it("starts although the old process id is somebody else's now, and leaves that one alone", async () => {
  await postgres.stop()
  writeFileSync(pidFile, `${process.pid}\n${dir}/data\n1\n1\n\n\n`)
  postgres = await start()
  expect(await notes()).toEqual([{ text: "kept" }])
})

it("says so when the data is of another major version", async () => {
  await postgres.stop()
  const file = join(dir, "data/PG_VERSION")
  const version = readFileSync(file, "utf8")
  writeFileSync(file, "11\n")
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 11/)
  writeFileSync(file, version)
})

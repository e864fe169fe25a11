import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"

import { freePort } from "./support/free-port"
import { Lifecycle } from "./support/lifecycle"
import {
  bareEnv,
  copyTree,
  keepAdmin,
  startCopy as start,
  type MarketCopy as Market,
  type StartedCopy as Started,
} from "./support/market-copy"
import { phase } from "./support/phases"
import { PlainError } from "./support/plain-error"
import { signal } from "./support/processes"
import type { RunNote } from "./support/run-lock"
import { runScript } from "./support/script"

/**
 * `node scripts/run.cjs smoke`: what a newcomer does, in a fresh copy of the tree: start, tour, stop, start again, a
 * crash, start again, reset. Everything is asked of the commands themselves, as a person would.
 */

const FIRST_START_MS = 300_000
/** Patience, not a promise: what a second start must not do is asked by name. */
const NEXT_START_MS = 60_000

function check(isTrue: boolean, what: string): void {
  if (!isTrue) {
    throw new PlainError(`smoke: ${what}`)
  }
}

async function stop({ npm, said }: Started, { cwd, url }: Market): Promise<void> {
  const { emulators } = JSON.parse(readFileSync(join(cwd, ".bozor/run.json"), "utf8")) as RunNote
  check(Object.keys(emulators ?? {}).length === 5, "not every payment provider has its emulator")
  const ended = new Promise<number | null>((resolve) => npm.once("exit", resolve))
  npm.kill("SIGTERM")
  const code = await ended
  check(code === 0, `npm start ended with ${code} after SIGTERM:\n${said()}`)
  check(!existsSync(join(cwd, ".bozor/postgres/data/postmaster.pid")), "the database was not stopped")
  check(!existsSync(join(cwd, ".bozor/run.json")), "run.json was left behind")
  for (const page of Object.values(emulators ?? {})) {
    check(await isDown(new URL(page).origin), `the emulator at ${page} still answers`)
  }
  check(await isDown(url), "the server still answers")
}

async function isDown(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    () => false,
    () => true
  )
}

function run(script: string[], { cwd, env }: Market): string {
  const done = spawnSync("npm", ["run", ...script], { cwd, env, encoding: "utf8" })
  check(done.status === 0, `npm run ${script.join(" ")} failed:\n${done.stdout}${done.stderr}`)
  return done.stdout
}

async function signIn({ cwd, url }: Market): Promise<void> {
  const demo = JSON.parse(readFileSync(join(cwd, ".bozor/demo.json"), "utf8")) as {
    accounts: { role: string; email: string; password: string }[]
  }
  const operator = demo.accounts.find(({ role }) => role === "operator")
  const post = (path: string, init: RequestInit) => fetch(url + path, { method: "POST", ...init })
  const headers = { "content-type": "application/json" }
  const answer = await post("/auth/user/emailpass", { headers, body: JSON.stringify(operator) })
  const { token } = (await answer.json()) as { token: string }
  const session = await post("/auth/session", { headers: { authorization: `Bearer ${token}` } })
  const cookie = session.headers.get("set-cookie") ?? ""
  check(cookie !== "" && !/;\s*secure/i.test(cookie), "no session cookie over plain http on localhost")
  const me = await fetch(`${url}/admin/users/me`, { headers: { cookie: cookie.split(";")[0] ?? "" } })
  check(me.status === 200, `the operator's session answers ${me.status}`)
  check((await fetch(`${url}/app`)).status === 200, "the admin is not served at /app")
}

async function crash({ npm }: Started, { cwd }: Market): Promise<void> {
  const { pid } = JSON.parse(readFileSync(join(cwd, ".bozor/run.json"), "utf8")) as { pid: number }
  const ended = new Promise((resolve) => npm.once("exit", resolve))
  signal(pid, "SIGKILL")
  await ended
}

async function play(market: Market): Promise<void> {
  const first = await phase("First start", () => start(market, FIRST_START_MS))
  // npm's own remarks about the machine's configuration are not ours.
  const own = first.said().replace(/^npm warn.*$/gm, "")
  check(!/warn|error/i.test(own), `the first start was not quiet:\n${first.said()}`)
  keepAdmin(market.cwd)
  await phase("Signing in", () => signIn(market))
  await phase("Tour", async () => run(["tour"], market))
  await phase("Stopping", () => stop(first, market))
  const second = await phase("Second start", () => start(market, NEXT_START_MS))
  check(
    !/Building|Loading|Bringing/.test(second.said()),
    `the second start did work again:\n${second.said()}`
  )
  await phase("Crash", () => crash(second, market))
  const third = await phase("Start after the crash", () => start(market, NEXT_START_MS))
  await phase("Stopping", () => stop(third, market))
  run(["reset", "--", "--yes"], market)
  check(!existsSync(join(market.cwd, ".bozor")), "reset left .bozor behind")
}

async function main(): Promise<number> {
  const lifecycle = new Lifecycle()
  const cwd = copyTree("bozor-smoke-")
  lifecycle.add(async () => rmSync(cwd, { recursive: true, force: true }))
  lifecycle.listen(() => 130)
  const port = await freePort()
  const env = { ...bareEnv(), PORT: String(port) }
  try {
    await play({ cwd, env, url: `http://localhost:${port}`, lifecycle })
    console.log("npm start, stop, crash and reset work.")
    return 0
  } finally {
    await lifecycle.end()
  }
}

runScript(main)

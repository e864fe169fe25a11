import type { ChildProcess } from "node:child_process"
import { createWriteStream, existsSync, mkdirSync, renameSync, type WriteStream } from "node:fs"
import { createServer } from "node:net"
import { join, relative } from "node:path"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"

import type { Env } from "../../src/lib/env"
import type { Lifecycle } from "./lifecycle"
import { endChild, logTail, readable, spawnMedusa } from "./medusa"
import { PlainError } from "./plain-error"
import { sleep } from "./processes"
import { logDir, root } from "./script"

const BOOT_MS = 180_000
const STOP_MS = 30_000
const KEPT_LOGS = 3

/** True of every healthy start without Redis, or of Node's own plans: in the log file, but no news to a person. */
const NOISE = /^\(node:\d+\)|^\(Use `node --trace|^Local Event Bus installed/

function tryPort(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code))
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)))
  })
}

/** @throws {PlainError} when the server could not listen there */
export async function requireFreePort({ PORT, HOST }: Env): Promise<void> {
  // Some systems let a second program listen on all addresses while the first has the port on one of them.
  const code = (await tryPort(PORT, HOST)) ?? (HOST ? undefined : await tryPort(PORT, "127.0.0.1"))
  if (code === "EADDRINUSE") {
    throw new PlainError(
      `Port ${PORT} is taken: stop the program that has it, or choose another with PORT=${PORT + 1}.`
    )
  }
  if (code === "EACCES") {
    throw new PlainError(`Port ${PORT} is not open to this user: choose one above 1023 with PORT=9000.`)
  }
  if (code) {
    throw new PlainError(`HOST: the server can't listen on ${HOST ?? "any address"} port ${PORT} (${code})`)
  }
}

function rotate(file: string): WriteStream {
  mkdirSync(logDir, { recursive: true })
  for (let kept = KEPT_LOGS - 1; kept >= 0; kept--) {
    const from = kept ? `${file}.${kept}` : file
    if (existsSync(from)) {
      renameSync(from, `${file}.${kept + 1}`)
    }
  }
  return createWriteStream(file, { mode: 0o600 })
}

/** Everything into the log file; warnings, errors and whatever is not Medusa's own log also to the console. */
function follow(stream: Readable, log: WriteStream, isErrorStream: boolean): void {
  createInterface({ input: stream }).on("line", (line) => {
    log.write(`${line}\n`)
    const entry = readable(line)
    if (NOISE.test(entry?.message ?? line)) {
      return
    }
    if (entry?.level === "warn" || entry?.level === "error") {
      console.error(`${entry.level === "warn" ? "warning" : "error"}: ${entry.message}`)
    } else if (!entry && isErrorStream && line.trim()) {
      console.error(line)
    }
  })
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

export type Server = Readonly<{
  child: ChildProcess
  url: string
  log: string
  ended: Promise<number | null>
}>

/** Where the server answers on this machine. */
export function serverUrl({ HOST, PORT }: Env): string {
  const host = !HOST || HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`
}

/** Starts the server; `waitForServer` tells when it answers. */
export function startServer(env: Env, childEnv: NodeJS.ProcessEnv, lifecycle: Lifecycle, cwd = root): Server {
  const log = join(logDir, "server.log")
  const isProduction = env.NODE_ENV === "production"
  const args = ["start", "--port", String(env.PORT), ...(env.HOST ? ["--host", env.HOST] : [])]
  const child = spawnMedusa(args, childEnv, isProduction ? "inherit" : "pipe", cwd)
  lifecycle.add((hurry) => endChild(child, STOP_MS, hurry))
  if (child.stdout && child.stderr) {
    const file = rotate(log)
    follow(child.stdout, file, false)
    follow(child.stderr, file, true)
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null))
    child.once("exit", resolve)
  })
  return { child, url: serverUrl(env), log, ended }
}

/** @throws {PlainError} when it ends or stays silent instead */
export async function waitForServer({ child, url, log }: Server): Promise<void> {
  const deadline = Date.now() + BOOT_MS
  while (!(await isHealthy(url))) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null
    if (hasEnded || Date.now() > deadline) {
      const what = hasEnded ? "ended instead of starting" : `did not answer at ${url} in ${BOOT_MS / 1000} s`
      const tail = existsSync(log) ? `; see ${relative(root, log)}:\n${logTail(log)}` : ""
      throw new PlainError(`The server ${what}${tail}`)
    }
    await sleep(100)
  }
}

import type { ChildProcess } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"

import { PlainError } from "./plain-error"
import type { PostgresHome } from "./postgres-home"
import { commandLine, isRunning, signal, waitUntil } from "./processes"

/**
 * PostgreSQL's three ways to stop, in the order of growing hurry: fast (disconnects the clients, writes everything out),
 * immediate (recovers at the next start), and the system's own.
 */
const STEPS: [NodeJS.Signals, number][] = [
  ["SIGINT", 30_000],
  ["SIGQUIT", 10_000],
  ["SIGKILL", 5_000],
]

async function stopProcess(pid: number): Promise<void> {
  for (const [name, patience] of STEPS) {
    signal(pid, name)
    if (await waitUntil(() => !isRunning(pid), patience)) {
      return
    }
  }
}

/** Stops the server that this process started. Safe to call twice. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.pid && server.exitCode === null && server.signalCode === null) {
    await stopProcess(server.pid)
  }
}

/** Process id and port of `postmaster.pid`; the pid is dropped when that process is not a server of this data. */
function readPidFile(home: PostgresHome): { pid: number | undefined } | undefined {
  const file = join(home.data, "postmaster.pid")
  if (!existsSync(file)) {
    return undefined
  }
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  const isOurs =
    Number.isInteger(pid) && pid > 1 && isRunning(pid) && commandLine(pid).includes(`-D ${home.data} `)
  return { pid: isOurs ? pid : undefined }
}

/**
 * Ends what a killed process left behind. A `postmaster.pid` whose number now belongs to some other process is removed,
 * since PostgreSQL would refuse to start for it; its shared memory check still protects data that is in use.
 */
export async function stopOrphan(home: PostgresHome): Promise<void> {
  const found = readPidFile(home)
  if (!found) {
    return
  }
  if (found.pid) {
    await stopProcess(found.pid)
    if (isRunning(found.pid)) {
      throw new PlainError(`a database server of an earlier start does not stop: end process ${found.pid}`)
    }
  }
  rmSync(join(home.data, "postmaster.pid"), { force: true })
}

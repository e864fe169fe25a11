import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"

/**
 * Facts about other processes. A process id alone proves nothing: after a crash or a restart of the machine somebody
 * else may have it, so everything that is going to be trusted or stopped is recognised by more than its number.
 */

const hasProc = existsSync("/proc/self/stat")

function ps(pid: number, column: string): string | undefined {
  const found = spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" })
  return found.stdout?.trim() || undefined
}

/** State and start time from `/proc/<pid>/stat`; the command's name before them may hold spaces and brackets. */
function readStat(pid: number): { state: string; started: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return { state: fields[0] ?? "", started: fields[19] ?? "" }
  } catch {
    return undefined
  }
}

/** A text that no other process of this id will ever have, or undefined when the process is gone (or a zombie). */
export function processIdentity(pid: number): string | undefined {
  if (!hasProc) {
    return ps(pid, "lstart")
  }
  const stat = readStat(pid)
  if (!stat || stat.state === "Z") {
    return undefined
  }
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
  return `${boot}:${stat.started}`
}

/** Whether the process exists and is not a zombie that nobody has reaped. */
export function isRunning(pid: number): boolean {
  return processIdentity(pid) !== undefined
}

/** The command line of a process, arguments joined by a space. */
export function commandLine(pid: number): string {
  if (!hasProc) {
    return ps(pid, "command") ?? ""
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()
  } catch {
    return ""
  }
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Waits until `isDone` says so; false when the time ran out first. */
export async function waitUntil(isDone: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (!isDone()) {
    if (Date.now() > deadline) {
      return false
    }
    await sleep(50)
  }
  return true
}

/** Sends a signal to a process that may have gone meanwhile. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") {
      throw error
    }
  }
}

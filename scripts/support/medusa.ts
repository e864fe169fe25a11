import { spawn, type ChildProcess } from "node:child_process"
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"

import type { Lifecycle } from "./lifecycle"
import { PlainError } from "./plain-error"
import { isRunning, signal, waitUntil } from "./processes"
import { logDir, root } from "./script"

/**
 * Medusa's commands, run as children of ours through the CLI's own entry file (no shell, no npx in between), each in a
 * process group of its own.
 */

const TAIL_LINES = 25

/** Starts a command of the Medusa that is installed in `cwd`; `output` is where both its streams go. */
export function spawnMedusa(
  args: string[],
  env: NodeJS.ProcessEnv,
  output: "pipe" | "inherit" | number,
  cwd = root
): ChildProcess {
  const cli = require.resolve("@medusajs/cli/cli.js", { paths: [cwd] })
  const follow = join(root, "scripts/support/follow-parent.cjs")
  return spawn(process.execPath, ["--require", follow, cli, ...args], {
    cwd,
    env: { ...env, MEDUSA_DISABLE_TELEMETRY: "true" },
    detached: true,
    stdio: ["pipe", output, output],
  })
}

/** Ends a child and what it started: politely, then, after `patience` or when hurried, not. */
export async function endChild(child: ChildProcess, patience: number, hurry?: AbortSignal): Promise<void> {
  const { pid } = child
  if (!pid || child.exitCode !== null || child.signalCode !== null) {
    return
  }
  signal(pid, "SIGTERM")
  const gone = await waitUntil(() => !isRunning(pid) || !!hurry?.aborted, patience)
  if (!gone || isRunning(pid)) {
    signal(-pid, "SIGKILL")
    await waitUntil(() => !isRunning(pid), 5_000)
  }
}

/** Medusa logs JSON lines; a person reads their message. */
export function readable(line: string): { level: string; message: string } | undefined {
  if (!line.startsWith("{")) {
    return undefined
  }
  try {
    const entry = JSON.parse(line) as { level?: unknown; message?: unknown; stack?: unknown }
    const text = typeof entry.stack === "string" ? entry.stack : String(entry.message ?? "")
    return { level: String(entry.level ?? ""), message: text }
  } catch {
    return undefined
  }
}

/** What a log says about a failure, as a person reads it: its errors, or else its last lines. */
export function logTail(file: string): string {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n")
  const entries = lines.map((line) => readable(line) ?? { level: "", message: line })
  const errors = entries.filter(({ level }) => level === "error")
  const told = errors.length ? errors : entries
  return told
    .slice(-TAIL_LINES)
    .map(({ message }) => `  ${message}`)
    .join("\n")
}

export type MedusaCommand = {
  /** Names its log file. */
  name: string
  args: string[]
  env: NodeJS.ProcessEnv
  lifecycle: Lifecycle
  /** The application's folder, if not this project. */
  cwd?: string
}

/**
 * Runs one command to its end with its output in `.bozor/logs/<name>.log`.
 * @throws {PlainError} with the end of that log when the command fails
 */
export async function runMedusa({ name, args, env, lifecycle, cwd = root }: MedusaCommand): Promise<void> {
  const file = join(cwd, relative(root, logDir), `${name}.log`)
  mkdirSync(dirname(file), { recursive: true })
  const log = openSync(file, "w", 0o600)
  const child = spawnMedusa(args, env, log, cwd)
  closeSync(log)
  lifecycle.add((hurry) => endChild(child, 5_000, hurry))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", resolve)
  })
  if (code !== 0) {
    throw new PlainError(`medusa ${args[0]} failed; see ${relative(cwd, file)}:\n${logTail(file)}`)
  }
}

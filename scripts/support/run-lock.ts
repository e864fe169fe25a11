import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

import { PlainError } from "./plain-error"
import { isRunning, processIdentity, signal, waitUntil } from "./processes"
import { bozorDir } from "./script"

/**
 * `.bozor/run.json`: who uses this folder now. One process at a time may; a note whose writer is gone is stale, and what
 * that writer left running is ended before the folder changes hands.
 */

type Process = { pid: number; identity: string }
export type RunNote = Process & {
  command: string
  databaseUrl?: string
  url?: string
  server?: Process
  /** Of a demo: where a person looks at the emulators of payment providers, by kind. */
  emulators?: Record<string, string>
}

const file = () => join(bozorDir, "run.json")
const isSame = (known: Process) => processIdentity(known.pid) === known.identity

function readNote(): RunNote | undefined {
  try {
    return JSON.parse(readFileSync(file(), "utf8")) as RunNote
  } catch {
    return undefined
  }
}

/** The note of whoever holds the folder now, if somebody does. */
export function currentRun(): RunNote | undefined {
  const note = readNote()
  return note && isSame(note) ? note : undefined
}

/** A server whose launcher was killed ends by itself; it is given time for that, then no more. */
async function endOrphanServer(server: Process): Promise<void> {
  if (isSame(server) && !(await waitUntil(() => !isSame(server), 5_000))) {
    signal(server.pid, "SIGKILL")
    await waitUntil(() => !isRunning(server.pid), 5_000)
  }
}

export class RunLock {
  #note: RunNote

  private constructor(note: RunNote) {
    this.#note = note
  }

  /**
   * Takes the folder for this process.
   * @throws {PlainError} when another process has it, or it can't be written
   */
  static async claim(command: string): Promise<RunLock> {
    const note = { pid: process.pid, identity: processIdentity(process.pid) ?? "", command }
    const content = JSON.stringify(note)
    try {
      mkdirSync(bozorDir, { recursive: true })
      const stale = readNote()
      const holder = currentRun()
      if (holder) {
        const where = holder.url ? ` at ${holder.url}` : ""
        throw new PlainError(
          `Bozor is already running${where} (process ${holder.pid}, ${holder.command}): stop it first.`
        )
      }
      if (stale?.server) {
        await endOrphanServer(stale.server)
      }
      rmSync(file(), { force: true })
      writeFileSync(file(), content, { mode: 0o600, flag: "wx" })
    } catch (error) {
      throw error instanceof PlainError ? error : new PlainError(explain(error as NodeJS.ErrnoException))
    }
    return new RunLock(note)
  }

  /** Notes a process that has to be ended if this one can't do it any more. */
  noteServer(pid: number | undefined, url: string): void {
    this.update({ url, server: pid ? { pid, identity: processIdentity(pid) ?? "" } : undefined })
  }

  /** Adds to the note; the file is replaced whole, so that a reader never sees half of one. */
  update(more: Partial<RunNote>): void {
    this.#note = { ...this.#note, ...more }
    const half = `${file()}.new`
    writeFileSync(half, JSON.stringify(this.#note), { mode: 0o600 })
    renameSync(half, file())
  }

  release(): void {
    if (existsSync(file()) && readNote()?.pid === process.pid) {
      rmSync(file(), { force: true })
    }
  }
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === "EEXIST") {
    return "Another start of Bozor was quicker: stop it first."
  }
  return `${bozorDir} can't be written (${error.code ?? error.message}): give this user the right to, or move the project.`
}

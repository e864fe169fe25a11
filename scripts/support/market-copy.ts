import { spawn, spawnSync, type ChildProcess } from "node:child_process"
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

import { envNames } from "../../src/lib/env"
import type { Lifecycle } from "./lifecycle"
import { endChild } from "./medusa"
import { PlainError } from "./plain-error"
import { sleep } from "./processes"
import { root } from "./script"

/** A copy of the tree in a temporary folder, started as a newcomer would: what is there already stays untouched. */
export type MarketCopy = { cwd: string; env: NodeJS.ProcessEnv; url: string; lifecycle: Lifecycle }
export type StartedCopy = { npm: ChildProcess; said: () => string }

/** A copy of what git knows and would know; only the installed packages are shared. */
export function copyTree(prefix: string): string {
  const copy = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(copy, 0o755)
  const listed = spawnSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  for (const file of listed.stdout.split("\n").filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"))
  return copy
}

const ADMIN = "public/admin"
const MARK = "public/admin.fingerprint"

/** Gives the copy the admin that was last built in this tree, which takes longest of a first start; one of other sources is built anew there. */
export function lendAdmin(cwd: string): void {
  copyAdmin(root, cwd)
}

/** Keeps the admin that the copy has built, for the next copy or start. */
export function keepAdmin(cwd: string): void {
  copyAdmin(cwd, root)
}

function copyAdmin(from: string, to: string): void {
  if (existsSync(join(from, MARK))) {
    rmSync(join(to, MARK), { force: true })
    rmSync(join(to, ADMIN), { recursive: true, force: true })
    cpSync(join(from, ADMIN), join(to, ADMIN), { recursive: true })
    // Last, so that half a copy is never taken for a whole one.
    cpSync(join(from, MARK), join(to, MARK))
  }
}

/** The caller's variables without any of ours, so that a copy begins with nothing configured. */
export function bareEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !envNames.includes(name) && !name.startsWith("npm_")
  )
  return Object.fromEntries(own)
}

/**
 * `npm start` in the copy, until it says that it is running.
 * @throws {PlainError} with all that it said, when it ends or takes longer than `patience` milliseconds
 */
export async function startCopy({ cwd, env, lifecycle }: MarketCopy, patience: number): Promise<StartedCopy> {
  const npm = spawn("npm", ["start"], { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] })
  lifecycle.add(() => endChild(npm, 20_000))
  let text = ""
  npm.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()))
  npm.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()))
  const deadline = Date.now() + patience
  while (!text.includes("Bozor is running")) {
    if (npm.exitCode !== null) {
      throw new PlainError(`npm start ended with ${npm.exitCode}:\n${text}`)
    }
    if (Date.now() > deadline) {
      throw new PlainError(`npm start took more than ${patience / 1000} s:\n${text}`)
    }
    await sleep(50)
  }
  return { npm, said: () => text }
}

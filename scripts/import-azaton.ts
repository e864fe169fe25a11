import { randomBytes } from "node:crypto"
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { createInterface } from "node:readline"

import { parseEnv } from "../src/lib/env"
import { AZATON_EVENT, type AzatonOrder } from "../src/workflows/azaton/order"
import { azatonOrder } from "./support/azaton-order"
import { demoSettings } from "./support/demo-settings"
import { runInterruptible } from "./support/interruptible"
import type { Lifecycle } from "./support/lifecycle"
import { endChild, logTail, spawnMedusa } from "./support/medusa"
import { PlainError } from "./support/plain-error"
import { progressBar } from "./support/progress-bar"
import { findDatabase } from "./support/read-market"
import { bozorDir, loadEnvFile, logDir, root, scriptArgs } from "./support/script"

/**
 * `npm run import:azaton -- --source postgres://…`: brings an old Azaton database over (docs/azaton.md). Ends with 0 when
 * it is imported, 2 when some rows failed, 1 when it refused to start. It may be stopped and run again.
 */

const WHO = "npm run import:azaton"

type Event = {
  progress?: { entity: string; done: number; total: number }
  done?: { json: string; markdown: string; exit_code: number; owner_links: number }
  refused?: string
}

/** The order in a file of ours alone: an argument or a variable could be read by others. */
function keepOrder(order: AzatonOrder): string {
  const dir = join(bozorDir, "imports")
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = join(dir, `${randomBytes(8).toString("hex")}.order`)
  writeFileSync(file, JSON.stringify(order), { mode: 0o600 })
  return file
}

/** A path as short as it can be said from here. */
function shown(path: string): string {
  const near = relative(process.cwd(), path)
  return near.startsWith("..") ? path : near
}

async function run(lifecycle: Lifecycle): Promise<number> {
  loadEnvFile()
  const order = azatonOrder(scriptArgs(), (name) => resolve(bozorDir, "imports", name))
  const env = parseEnv(process.env)
  const url = await findDatabase(lifecycle, WHO)
  const secrets = env.DATABASE_URL && !env.BOZOR_DEMO ? {} : demoSettings(env)
  const childEnv = { ...process.env, ...secrets, NODE_ENV: env.NODE_ENV, DATABASE_URL: url }
  const kept = keepOrder(order)
  // The child removes it as soon as it has read it; here it is for a child that never came so far.
  lifecycle.add(async () => rmSync(kept, { force: true }))
  const event = await runChild(["exec", "./src/commands/import-azaton.ts", kept], childEnv, lifecycle)
  if (event.refused) {
    throw new PlainError(event.refused)
  }
  const { done } = event
  console.log(`The report: ${shown(done!.markdown)} and ${shown(done!.json)}`)
  if (done!.owner_links > 0) {
    console.log(`Links of ${done!.owner_links} owners, for you alone: ${shown(order.links)}`)
  }
  return done!.exit_code
}

/** Runs the command with its events on a bar and everything else in a log; answers what it said last. */
async function runChild(args: string[], env: NodeJS.ProcessEnv, lifecycle: Lifecycle): Promise<Event> {
  mkdirSync(logDir, { recursive: true })
  const file = join(logDir, "import-azaton.log")
  const log = createWriteStream(file, { mode: 0o600 })
  const child = spawnMedusa(args, env, "pipe")
  lifecycle.add((hurry) => endChild(child, 5_000, hurry))
  child.stderr!.on("data", (chunk) => log.write(chunk))
  const bar = progressBar()
  let last: Event = {}
  const lines = createInterface({ input: child.stdout! })
  lines.on("line", (line) => {
    if (!line.startsWith(AZATON_EVENT)) {
      log.write(`${line}\n`)
      return
    }
    const event = JSON.parse(line.slice(AZATON_EVENT.length)) as Event
    if (event.progress) {
      bar.show(event.progress.entity, event.progress.done, event.progress.total)
    } else {
      last = event
    }
  })
  const code = await new Promise<number | null>((settle, reject) => {
    child.once("error", reject)
    child.once("close", settle)
  })
  bar.end()
  await new Promise((settle) => log.end(settle))
  if (code !== 0 || (!last.done && !last.refused)) {
    throw new PlainError(`The import failed; see ${relative(root, file)}:\n${logTail(file)}`)
  }
  return last
}

void runInterruptible(run)

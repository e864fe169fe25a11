import { createWriteStream, mkdirSync } from "node:fs"
import { join, relative } from "node:path"
import { createInterface } from "node:readline"

import { parseEnv } from "../src/lib/env"
import { CATALOG_EVENT, type CatalogEvent } from "../src/workflows/catalog/told"
import { demoSettings } from "./support/demo-settings"
import { runInterruptible } from "./support/interruptible"
import type { Lifecycle } from "./support/lifecycle"
import { endChild, logTail, spawnMedusa } from "./support/medusa"
import { PlainError } from "./support/plain-error"
import { progressBar } from "./support/progress-bar"
import { findDatabase } from "./support/read-market"
import { loadEnvFile, logDir, root } from "./support/script"

/**
 * `npm run catalog:rebuild`: makes every document of the storefront anew beside those that are served, and swaps them. A server
 * may run beside it: it goes on serving the old ones until then, and nothing that changes meanwhile is lost.
 */

const WHO = "npm run catalog:rebuild"
const COMMAND = ["exec", "./src/commands/rebuild-catalog.ts"]

async function run(lifecycle: Lifecycle): Promise<number> {
  loadEnvFile()
  const env = parseEnv(process.env)
  const url = await findDatabase(lifecycle, WHO)
  const secrets = env.DATABASE_URL && !env.BOZOR_DEMO ? {} : demoSettings(env)
  const childEnv = { ...process.env, ...secrets, NODE_ENV: env.NODE_ENV, DATABASE_URL: url }
  const { goods, ms } = await runChild(childEnv, lifecycle)
  console.log(`Documents of ${goods} goods made in ${(ms / 1000).toFixed(1)} s; they are served now.`)
  return 0
}

/** Runs the command with its progress on a bar and everything else in a log; answers what was built. */
async function runChild(
  env: NodeJS.ProcessEnv,
  lifecycle: Lifecycle
): Promise<{ goods: number; ms: number }> {
  mkdirSync(logDir, { recursive: true })
  const file = join(logDir, "catalog-rebuild.log")
  const log = createWriteStream(file, { mode: 0o600 })
  const child = spawnMedusa(COMMAND, env, "pipe")
  lifecycle.add((hurry) => endChild(child, 5_000, hurry))
  child.stderr!.on("data", (chunk) => log.write(chunk))
  const bar = progressBar()
  let built: { goods: number; ms: number } | undefined
  createInterface({ input: child.stdout! }).on("line", (line) => {
    if (!line.startsWith(CATALOG_EVENT)) {
      log.write(`${line}\n`)
      return
    }
    const event = JSON.parse(line.slice(CATALOG_EVENT.length)) as CatalogEvent
    if ("progress" in event) {
      bar.show("documents", event.progress.done, event.progress.total)
    } else {
      built = event.built
    }
  })
  const code = await new Promise<number | null>((settle, reject) => {
    child.once("error", reject)
    child.once("close", settle)
  })
  bar.end()
  await new Promise((settle) => log.end(settle))
  if (code !== 0 || !built) {
    throw new PlainError(`The rebuild failed; see ${relative(root, file)}:\n${logTail(file)}`)
  }
  return built
}

void runInterruptible(run)

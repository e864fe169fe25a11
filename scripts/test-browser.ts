import { spawn } from "node:child_process"
import { existsSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"

import { freePort } from "./support/free-port"
import { Lifecycle } from "./support/lifecycle"
import { bareEnv, copyTree, lendAdmin, startCopy } from "./support/market-copy"
import { endChild } from "./support/medusa"
import { phase } from "./support/phases"
import { PlainError } from "./support/plain-error"
import { root, runScript, scriptArgs } from "./support/script"

/**
 * `npm run test:browser [-- jest flags]`: a demo market in a temporary folder, and people in a real browser: a shopper who pays
 * at each provider's emulator, a company's people and the operator in the dashboard. `CHROMIUM` names the browser, `SCREENSHOTS` a folder for pictures of every page.
 */

const START_MS = 500_000
const FLAGS = ["--config", "jest.config.cjs", "--selectProjects", "browser", "--runInBand", "--forceExit"]
const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

function findChromium(): string {
  const { CHROMIUM } = process.env
  const found = (CHROMIUM ? [CHROMIUM] : USUAL).find((path) => existsSync(path))
  if (!found) {
    throw new PlainError(
      `There is no browser at ${CHROMIUM ?? USUAL[0]}: install one (Debian, Ubuntu: apt-get install chromium), ` +
        "or name yours with CHROMIUM=/path/to/chrome."
    )
  }
  return found
}

function runJest(env: NodeJS.ProcessEnv, lifecycle: Lifecycle): Promise<number> {
  const jest = join(dirname(require.resolve("jest/package.json")), "bin/jest.js")
  const child = spawn(process.execPath, [jest, ...FLAGS, ...scriptArgs()], {
    cwd: root,
    env,
    stdio: "inherit",
    detached: true,
  })
  lifecycle.add(() => endChild(child, 10_000))
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => resolve(code ?? 1))
  })
}

async function main(): Promise<number> {
  const chromium = findChromium()
  const lifecycle = new Lifecycle()
  lifecycle.listen(() => 130)
  const cwd = copyTree("bozor-browser-")
  lifecycle.add(async () => rmSync(cwd, { recursive: true, force: true }))
  lendAdmin(cwd)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = { ...bareEnv(), PORT: String(port) }
  try {
    await phase("Starting a demo market", () => startCopy({ cwd, env, url, lifecycle }, START_MS))
    return await runJest({ ...env, BOZOR_URL: url, BOZOR_FOLDER: cwd, CHROMIUM: chromium }, lifecycle)
  } finally {
    await lifecycle.end()
  }
}

runScript(main)

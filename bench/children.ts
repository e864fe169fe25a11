import { readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { endChild, spawnMedusa } from "../scripts/support/medusa"
import { sleep } from "../scripts/support/processes"
import { root } from "../scripts/support/script"

/** What the measurements run in processes of their own. */

/** A command of Medusa, to its end. */
export async function run(args: string[], env: NodeJS.ProcessEnv, cwd = root): Promise<void> {
  const child = spawnMedusa(args, env, "pipe", cwd)
  const lines: Buffer[] = []
  child.stdout?.on("data", (chunk: Buffer) => lines.push(chunk))
  child.stderr?.on("data", (chunk: Buffer) => lines.push(chunk))
  const code = await new Promise((resolve) => child.once("exit", resolve))
  if (code !== 0) {
    throw new Error(`medusa ${args[0]} failed:\n${Buffer.concat(lines).toString().slice(-3000)}`)
  }
}

/** Runs a measurement through `medusa exec`; it leaves its figures in the file that is its first argument. */
export async function execute<T>(
  script: string,
  env: NodeJS.ProcessEnv,
  args: string[] = [],
  cwd = root
): Promise<T> {
  const file = join(tmpdir(), `bozor-bench-${process.pid}.json`)
  await run(["exec", script, file, ...args], env, cwd)
  const figures = JSON.parse(readFileSync(file, "utf8")) as T
  rmSync(file)
  return figures
}

/** Starts a server for as long as the work takes. */
export async function serving<T>(env: NodeJS.ProcessEnv, work: (url: string) => Promise<T>): Promise<T> {
  const url = `http://localhost:${env.PORT}`
  const server = spawnMedusa(["start", "-p", String(env.PORT)], env, "pipe")
  server.stdout?.resume()
  server.stderr?.resume()
  try {
    await waitForHealth(url)
    return await work(url)
  } finally {
    await endChild(server, 10_000)
  }
}

async function waitForHealth(url: string): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) {
      return
    }
    await sleep(500)
  }
  throw new Error("the server did not come up")
}

export function say(text: string): void {
  console.log(`… ${text}`)
}

import { readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { BENCH_KEYS } from "../bench/gateway-calls"
import { benchGateways, GatewayFigure } from "../bench/gateways"
import { envNames } from "../src/lib/env"
import { endChild, spawnMedusa } from "./support/medusa"
import { freePort } from "./support/postgres"
import { sleep } from "./support/processes"
import { runScript } from "./support/script"
import { withTestPostgres } from "./support/test-database"

/**
 * `npm run bench`: figures as ratios, measured in one run on a PostgreSQL of its own. The
 * providers' calls against a plain node:http + pg server that runs the statements they cannot do without; our completion of a cart against Medusa's own.
 */
async function main(databaseUrl: string): Promise<number> {
  const port = await freePort()
  const env = childEnv(databaseUrl, port)
  say("preparing a database")
  await run(["db:migrate", "--execute-all-links", "--execute-all-search"], env)
  say("completing carts, ours and Medusa's in turns")
  const file = join(tmpdir(), `bozor-bench-${process.pid}.json`)
  await run(["exec", "./bench/checkout.ts", file], env)
  const checkout = JSON.parse(readFileSync(file, "utf8")) as { ours: number; core: number }
  say("the calls of Payme, Click and Uzum, ours and the floor's in turns")
  const server = spawnMedusa(["start", "-p", String(port)], env, "pipe")
  server.stdout?.resume()
  server.stderr?.resume()
  try {
    await waitForHealth(port)
    print(checkout, await benchGateways(databaseUrl, `http://localhost:${port}`))
  } finally {
    await endChild(server, 10_000)
  }
  return 0
}

function print(checkout: { ours: number; core: number }, gateways: GatewayFigure[]) {
  const row = (what: string, ours: string, other: string, ratio: string) =>
    console.log(`  ${what.padEnd(50)}${ours.padStart(12)}${other.padStart(14)}${ratio.padStart(10)}`)
  console.log()
  row("", "ours", "compared to", "ratio")
  const { ours, core } = checkout
  row(
    "completing a one-company cart (Medusa's own)",
    `${ours.toFixed(1)} ms`,
    `${core.toFixed(1)} ms`,
    `${(ours / core).toFixed(2)} ×`
  )
  for (const { label, ours: mine, floor } of gateways) {
    row(
      `${label} (node:http + pg floor)`,
      `${mine.toFixed(0)} /s`,
      `${floor.toFixed(0)} /s`,
      `${(mine / floor).toFixed(2)} ×`
    )
  }
  console.log("\n  Medians; a cart's time is better low, calls per second are better high.")
}

function childEnv(databaseUrl: string, port: number): NodeJS.ProcessEnv {
  const env = { ...process.env }
  envNames.forEach((name) => delete env[name])
  return {
    ...env,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    NODE_ENV: "local",
    LOG_LEVEL: "error",
    JWT_SECRET: "bench-jwt-secret",
    COOKIE_SECRET: "bench-cookie-secret",
    ...BENCH_KEYS,
  }
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawnMedusa(args, env, "pipe")
  const lines: Buffer[] = []
  child.stdout?.on("data", (chunk: Buffer) => lines.push(chunk))
  child.stderr?.on("data", (chunk: Buffer) => lines.push(chunk))
  const code = await new Promise((resolve) => child.once("exit", resolve))
  if (code !== 0) {
    throw new Error(`medusa ${args[0]} failed:\n${Buffer.concat(lines).toString().slice(-3000)}`)
  }
}

async function waitForHealth(port: number): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    const answer = await fetch(`http://localhost:${port}/health`).catch(() => null)
    if (answer?.ok) {
      return
    }
    await sleep(500)
  }
  throw new Error("the server did not come up")
}

function say(text: string) {
  console.log(`… ${text}`)
}

runScript(() => withTestPostgres((postgres) => main(postgres.url)))

import { readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { FactsFigure } from "../bench/facts"
import { BENCH_KEYS } from "../bench/gateway-calls"
import { benchGateways, GatewayFigure } from "../bench/gateways"
import { envNames } from "../src/lib/env"
import { endChild, spawnMedusa } from "./support/medusa"
import { freePort } from "./support/postgres"
import { sleep } from "./support/processes"
import { runScript, scriptArgs } from "./support/script"
import { withTestPostgres } from "./support/test-database"

/**
 * `npm run bench`: figures as ratios, measured in one run on a PostgreSQL of its own. The
 * providers' calls against a plain node:http + pg server that runs the statements they cannot do without; our completion of a cart against Medusa's own;
 * and reports of a year of sales in three sizes. `npm run bench -- facts` measures the last alone.
 */
async function main(databaseUrl: string): Promise<number> {
  const port = await freePort()
  const env = childEnv(databaseUrl, port)
  say("preparing a database")
  await run(["db:migrate", "--execute-all-links", "--execute-all-search"], env)
  if (scriptArgs().includes("facts")) {
    printFacts(await measureFacts(env))
    return 0
  }
  say("completing carts, ours and Medusa's in turns")
  const checkout = await execute<{ ours: number; core: number }>("./bench/checkout.ts", env)
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
  printFacts(await measureFacts(env))
  return 0
}

function measureFacts(env: NodeJS.ProcessEnv): Promise<FactsFigure[]> {
  say("reports of a year of 10 000, 100 000 and 1 000 000 order lines")
  return execute("./bench/facts.ts", env)
}

/** Runs a measurement in a process of its own; it leaves its figures in a file. */
async function execute<T>(script: string, env: NodeJS.ProcessEnv): Promise<T> {
  const file = join(tmpdir(), `bozor-bench-${process.pid}.json`)
  await run(["exec", script, file], env)
  const figures = JSON.parse(readFileSync(file, "utf8")) as T
  rmSync(file)
  return figures
}

function printFacts(figures: FactsFigure[]) {
  const row = (...cells: string[]) => console.log(`  ${cells.map((cell) => cell.padStart(15)).join("")}`)
  const ms = (time: number) => `${time.toFixed(1)} ms`
  console.log()
  row("order lines", "summary", "statements", "goods", "a stale day", "all facts anew")
  for (const { lines, summary, statements, goods, day, rebuild } of figures) {
    row(String(lines), ms(summary), String(statements), ms(goods), ms(day), ms(rebuild))
  }
  console.log("\n  Medians; a year of one company, by days.")
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

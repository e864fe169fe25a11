import { readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { AdsFigure } from "../bench/ads"
import { FactsFigure } from "../bench/facts"
import { BENCH_KEYS } from "../bench/gateway-calls"
import { benchGateways, GatewayFigure } from "../bench/gateways"
import { benchLikes, LikesFigure } from "../bench/likes"
import { LikesData } from "../bench/likes-data"
import { benchReviews, printReviews } from "../bench/reviews"
import { envNames } from "../src/lib/env"
import { endChild, spawnMedusa } from "./support/medusa"
import { freePort } from "./support/postgres"
import { sleep } from "./support/processes"
import { runScript, scriptArgs } from "./support/script"
import { withTestPostgres } from "./support/test-database"

/**
 * `npm run bench`: figures as ratios, measured in one run on a PostgreSQL of its own. The
 * providers' calls against a plain node:http + pg server that runs the statements they cannot do without; our completion of a cart against Medusa's own;
 * likes among a million; and reports of a year of sales in three sizes. `npm run bench -- facts` (or `likes`, `reviews`, `ads`) measures one alone.
 */
async function main(databaseUrl: string): Promise<number> {
  const port = await freePort()
  const env = childEnv(databaseUrl, port)
  say("preparing a database")
  await run(["db:migrate", "--execute-all-links", "--execute-all-search"], env)
  const parts = {
    facts: async () => printFacts(await measureFacts(env)),
    ads: async () => printAds(await measureAds(env)),
    likes: async () => printLikes(await measureLikes(env, databaseUrl, port)),
    reviews: async () => printReviews(await measureReviews(env, databaseUrl, port)),
  }
  for (const [name, measure] of Object.entries(parts)) {
    if (scriptArgs().includes(name)) {
      await measure()
      return 0
    }
  }
  say("completing carts, ours and Medusa's in turns")
  const checkout = await execute<{ ours: number; core: number }>("./bench/checkout.ts", env)
  say("the calls of Payme, Click and Uzum, ours and the floor's in turns")
  print(checkout, await serving(env, port, (url) => benchGateways(databaseUrl, url)))
  printAds(await measureAds(env))
  printLikes(await measureLikes(env, databaseUrl, port))
  printReviews(await measureReviews(env, databaseUrl, port))
  printFacts(await measureFacts(env))
  return 0
}

/** Starts a server for as long as the work takes. */
async function serving<T>(
  env: NodeJS.ProcessEnv,
  port: number,
  work: (url: string) => Promise<T>
): Promise<T> {
  const server = spawnMedusa(["start", "-p", String(port)], env, "pipe")
  server.stdout?.resume()
  server.stderr?.resume()
  try {
    await waitForHealth(port)
    return await work(`http://localhost:${port}`)
  } finally {
    await endChild(server, 10_000)
  }
}

async function measureLikes(env: NodeJS.ProcessEnv, databaseUrl: string, port: number): Promise<LikesFigure> {
  say("likes among a million, ours and the floor's in turns")
  const data = await execute<LikesData>("./bench/likes-data.ts", env)
  const secret = env.JWT_SECRET!
  return serving(env, port, (serverUrl) => benchLikes({ databaseUrl, serverUrl, secret, data }))
}

async function measureReviews(env: NodeJS.ProcessEnv, databaseUrl: string, port: number) {
  say("pages among 100 000 reviews, ours and the floor's in turns")
  const { publishable_key } = await execute<{ publishable_key: string }>("./bench/reviews-data.ts", env)
  return serving(env, port, (serverUrl) => benchReviews({ databaseUrl, serverUrl, publishable_key }))
}

function printLikes({ like, unlike, list, floor }: LikesFigure) {
  const row = (what: string, perSecond: number) =>
    console.log(
      `  ${what.padEnd(50)}${`${perSecond.toFixed(0)} /s`.padStart(12)}${`${floor.toFixed(0)} /s`.padStart(14)}${`${(perSecond / floor).toFixed(2)} ×`.padStart(10)}`
    )
  console.log()
  row("a like (one INSERT … ON CONFLICT)", like)
  row("a like taken back", unlike)
  row("one's ten likes", list)
}

function measureFacts(env: NodeJS.ProcessEnv): Promise<FactsFigure[]> {
  say("reports of a year of 10 000, 100 000 and 1 000 000 order lines")
  return execute("./bench/facts.ts", env)
}

function measureAds(env: NodeJS.ProcessEnv): Promise<AdsFigure> {
  say("ads, and a bare route with the same answer, in turns")
  return execute("./bench/ads.ts", env)
}

function printAds({ ads, ours, bare, cpu_ratio, statements }: AdsFigure) {
  const ratio = (value: number) => `${value.toFixed(2)} ×`
  console.log(
    `\n  GET /store/ads with ${ads} ads: ${ours.toFixed(0)} /s, a bare Medusa route with the same answer`
  )
  console.log(
    `  ${bare.toFixed(0)} /s: ${ratio(ours / bare)} (by processor time per call ${ratio(cpu_ratio)})`
  )
  console.log(`  ${statements} statements in all those calls.`)
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

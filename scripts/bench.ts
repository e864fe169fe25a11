import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { dirname, join } from "node:path"
import { parseArgs } from "node:util"
import { execute, run, say, serving } from "../bench/children"
import type { AdsFigure } from "../bench/ads"
import type { FactsFigure } from "../bench/facts"
import { BENCH_KEYS } from "../bench/gateway-calls"
import { benchGateways } from "../bench/gateways"
import { benchLikes } from "../bench/likes"
import type { LikesData } from "../bench/likes-data"
import {
  printAds,
  printCheckouts,
  printCompletion,
  printFacts,
  printGateways,
  printLikes,
  printStale,
} from "../bench/parts"
import { benchReviews, printReviews } from "../bench/reviews"
import { benchStore } from "../bench/store"
import { findStale } from "../bench/store/caching"
import { benchCheckouts } from "../bench/store/checkout"
import { goalsOf } from "../bench/store/goals"
import { QUICK, USUAL } from "../bench/store/measure"
import { markdownOf, printStore } from "../bench/store/report"
import { envNames } from "../src/lib/env"
import { PlainError } from "./support/plain-error"
import { freePort } from "./support/free-port"
import { bozorDir, root, runScript, scriptArgs } from "./support/script"
import { withTestPostgres } from "./support/test-database"

const OPTIONS = {
  quick: { type: "boolean", default: false },
  large: { type: "boolean", default: false },
  sizes: { type: "string" },
  readme: { type: "boolean", default: false },
  only: { type: "string", multiple: true, default: [] as string[] },
  json: { type: "string" },
} as const

const { values: options, positionals } = parseArgs({
  args: scriptArgs(),
  options: OPTIONS,
  allowPositionals: true,
})

type Place = { env: NodeJS.ProcessEnv; databaseUrl: string }

/**
 * What can be measured, each part by its name: `npm run bench -- store likes`. A part prints its figures and answers them for
 * the file of results.
 */
const PARTS: Record<string, (place: Place) => Promise<unknown>> = {
  /** Lists, pages and search of goods: the catalogue, Medusa as it comes, and the floor. */
  store: async ({ env, databaseUrl }) => {
    const sizes = options.sizes?.split(",").map(Number) ?? usualSizes()
    const pace = options.quick ? QUICK : USUAL
    const measured = await benchStore({ env, databaseUrl, sizes, pace, only: options.only })
    printStore(measured)
    if (options.readme) {
      writeReadme(markdownOf(measured))
    }
    return { measured, goals: goalsOf(measured) }
  },
  checkout: async ({ env, databaseUrl }) => {
    say("whole checkouts, in one call and over the cart, and Medusa's own, in turns")
    const pace = { ...(options.quick ? QUICK : USUAL), width: 4 }
    return shown(await benchCheckouts(env, databaseUrl, pace), printCheckouts)
  },
  caching: async ({ env, databaseUrl }) => {
    say("what Medusa's caching flag leaves stale")
    return shown(await findStale(env, databaseUrl), printStale)
  },
  completion: async ({ env }) => {
    say("completing carts, ours and Medusa's in turns")
    return shown(await execute<{ ours: number; core: number }>("./bench/checkout.ts", env), printCompletion)
  },
  gateways: async ({ env, databaseUrl }) => {
    say("the calls of Payme, Click and Uzum, ours and the floor's in turns")
    return shown(await serving(env, (url) => benchGateways(databaseUrl, url)), printGateways)
  },
  ads: async ({ env }) => {
    say("ads, and a bare route with the same answer, in turns")
    return shown(await execute<AdsFigure>("./bench/ads.ts", env), printAds)
  },
  likes: async ({ env, databaseUrl }) => {
    say("likes among a million, ours and the floor's in turns")
    const data = await execute<LikesData>("./bench/likes-data.ts", env)
    const secret = env.JWT_SECRET!
    return shown(
      await serving(env, (serverUrl) => benchLikes({ databaseUrl, serverUrl, secret, data })),
      printLikes
    )
  },
  reviews: async ({ env, databaseUrl }) => {
    say("pages among 100 000 reviews, ours and the floor's in turns")
    const { publishable_key } = await execute<{ publishable_key: string }>("./bench/reviews-data.ts", env)
    return shown(
      await serving(env, (serverUrl) => benchReviews({ databaseUrl, serverUrl, publishable_key })),
      printReviews
    )
  },
  facts: async ({ env }) => {
    say("reports of a year of 10 000, 100 000 and 1 000 000 order lines")
    return shown(await execute<FactsFigure[]>("./bench/facts.ts", env), printFacts)
  },
}

/**
 * `npm run bench`: figures as ratios, measured in one run. Every part gets a PostgreSQL of its own, so that none finds another's
 * million rows. `--quick` shows in a minute that it works; its figures mean nothing.
 */
async function main(): Promise<number> {
  const names = positionals.length > 0 ? positionals : options.quick ? ["store"] : Object.keys(PARTS)
  const unknown = names.find((name) => !(name in PARTS))
  if (unknown !== undefined) {
    throw new PlainError(`There is no part "${unknown}": ${Object.keys(PARTS).join(", ")}.`)
  }
  const results: Record<string, unknown> = {}
  for (const name of names) {
    const part = async ({ url }: { url: string }) => {
      const env = childEnv(url, await freePort())
      say("preparing a database")
      await run(["db:migrate", "--execute-all-links", "--execute-all-search"], env)
      return PARTS[name]({ env, databaseUrl: url })
    }
    results[name] = await withTestPostgres(part, { isLarge: true })
  }
  console.log(`\n  Written to ${writeResults(results)}`)
  return 0
}

const usualSizes = () => [options.quick ? 200 : 2_000, ...(options.large ? [100_000] : [])]

function shown<T>(figures: T, print: (figures: T) => void): T {
  print(figures)
  return figures
}

function writeResults(results: Record<string, unknown>): string {
  const date = new Date().toISOString()
  const file = options.json ?? join(bozorDir, "bench", `${date.replaceAll(":", "-")}.json`)
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ date, command: command(), machine, ...results }, null, 2))
  return file
}

const command = () => ["npm run bench", ...(scriptArgs().length > 0 ? ["--", ...scriptArgs()] : [])].join(" ")

/** Puts the table between the marks that README has for it. */
function writeReadme(table: string): void {
  const file = join(root, "README.md")
  const date = new Date().toISOString().slice(0, 10)
  const text = readFileSync(file, "utf8").replace(
    /(<!-- bench -->)[^]*(<!-- \/bench -->)/,
    (_, start: string, end: string) =>
      `${start}\n\nMeasured on ${date} on ${cpus().length} processors with \`${command()}\`.\n\n${table}\n\n${end}`
  )
  writeFileSync(file, text)
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

runScript(main)

import { readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { MeilisearchEmulator } from "../integration-tests/emulators/meilisearch"
import type { Figure, Relevance } from "../integration-tests/relevance/measure"
import { LEAST, shortfalls } from "../integration-tests/relevance/thresholds"
import { envNames } from "../src/lib/env"
import { endChild, spawnMedusa } from "./support/medusa"
import { PlainError } from "./support/plain-error"
import { runScript, scriptArgs } from "./support/script"
import { withTestPostgres } from "./support/test-database"

/**
 * `npm run relevance`: asks our search the judged queries of integration-tests/relevance, on a PostgreSQL of its own, and prints
 * NDCG@10 and the zero-result rate by script and kind; then the same with Meilisearch before it, the one named by MEILISEARCH_HOST or
 * else an emulator, whose ranking is not Meilisearch's to the last rule. Ends with 1 when an engine is below its thresholds
 * (integration-tests/relevance/thresholds.ts). `npm run relevance -- postgres` asks one alone.
 */
async function main(databaseUrl: string): Promise<number> {
  const env = childEnv(databaseUrl)
  await run(["db:migrate", "--execute-all-links", "--execute-all-search"], env)
  const named = ENGINES.filter((engine) => scriptArgs().includes(engine))
  const failures: string[] = []
  for (const engine of named.length ? named : ENGINES) {
    const { figures, label } = await ask[engine](env)
    print(figures, label)
    failures.push(...shortfalls(figures))
  }
  failures.forEach((failure) => console.error(failure))
  return failures.length ? 1 : 0
}

const ENGINES = ["postgres", "meilisearch"] as const
type Answered = { figures: Relevance; label: string }

const ask: Record<(typeof ENGINES)[number], (env: NodeJS.ProcessEnv) => Promise<Answered>> = {
  postgres: async (env) => ({ figures: await askMarket(env, "postgres"), label: "PostgreSQL" }),
  meilisearch: async (env) => {
    const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: key = "relevance" } = process.env
    if (host) {
      const figures = await askMarket(
        { ...env, MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: key },
        "meilisearch"
      )
      return { figures, label: "Meilisearch" }
    }
    const emulator = new MeilisearchEmulator()
    try {
      const address = await emulator.listen()
      const figures = await askMarket(
        { ...env, MEILISEARCH_HOST: address, MEILISEARCH_API_KEY: key },
        "meilisearch"
      )
      return { figures, label: "An emulator of Meilisearch, not Meilisearch itself" }
    } finally {
      await emulator.close()
    }
  },
}

/** Runs the queries in an application of their own; it leaves its figures in a file. */
async function askMarket(env: NodeJS.ProcessEnv, engine: (typeof ENGINES)[number]): Promise<Relevance> {
  const file = join(tmpdir(), `bozor-relevance-${process.pid}.json`)
  await run(["exec", "./bench/relevance.ts", file, engine], env)
  const figures = JSON.parse(readFileSync(file, "utf8")) as Relevance
  rmSync(file)
  return figures
}

function childEnv(databaseUrl: string): NodeJS.ProcessEnv {
  const env = { ...process.env }
  envNames.forEach((name) => delete env[name])
  return {
    ...env,
    DATABASE_URL: databaseUrl,
    NODE_ENV: "local",
    LOG_LEVEL: "error",
    JWT_SECRET: "relevance-jwt-secret",
    COOKIE_SECRET: "relevance-cookie-secret",
  }
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawnMedusa(args, env, "pipe")
  const lines: Buffer[] = []
  child.stdout?.on("data", (chunk: Buffer) => lines.push(chunk))
  child.stderr?.on("data", (chunk: Buffer) => lines.push(chunk))
  try {
    const code = await new Promise((resolve) => child.once("exit", resolve))
    if (code !== 0) {
      throw new PlainError(`medusa ${args[0]} failed:\n${Buffer.concat(lines).toString().slice(-3000)}`)
    }
  } finally {
    await endChild(child, 5_000)
  }
}

function print(
  { engine, all, held_out, scripts, kinds, silence, answered_by, worst }: Relevance,
  label: string
): void {
  const row = (...cells: string[]) =>
    console.log(
      `  ${cells[0].padEnd(18)}${cells
        .slice(1)
        .map((cell) => cell.padStart(10))
        .join("")}`
    )
  const figure = ({ name, queries, ndcg, zero_rate }: Figure) =>
    row(name, String(queries), ndcg.toFixed(3), `${(zero_rate * 100).toFixed(1)} %`)
  console.log(`\n${label}: ${all.queries} judged queries`)
  row("", "queries", "NDCG@10", "zero")
  ;[all, held_out, ...scripts, ...kinds].forEach(figure)
  console.log(
    `  Of queries for what is not there, ${(silence * 100).toFixed(0)} % are answered with nothing.`
  )
  console.log(
    `  Answered by ${Object.entries(answered_by ?? {})
      .map(([name, count]) => `${name}: ${count}`)
      .join(", ")}.`
  )
  console.log(`  At least: NDCG@10 ${LEAST[engine].ndcg}, of each kind ${LEAST[engine].kind_ndcg}.`)
  console.log("\n  The worst:")
  worst.forEach(({ q, kind, ndcg, found }) =>
    console.log(`  ${ndcg.toFixed(2)}  ${q} [${kind}]  ${found.join(" | ") || "nothing"}`)
  )
}

runScript(() => withTestPostgres((postgres) => main(postgres.url)))

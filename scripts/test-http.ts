import { spawn } from "node:child_process"
import { dirname, join } from "node:path"

import { envNames } from "../src/lib/env"
import { Lifecycle } from "./support/lifecycle"
import { runMedusa } from "./support/medusa"
import { phase } from "./support/phases"
import { runScript, scriptArgs } from "./support/script"
import { writeBundles } from "./support/test-bundles"
import { withTestPostgres } from "./support/test-database"
import { withTestRedis } from "./support/test-redis"

/**
 * `npm run test:http [-- file or jest flags]`: the tests that boot the application, on a PostgreSQL of their own.
 * Nothing of the caller's configuration (a DATABASE_URL, a PORT) reaches them; what they need instead is set in
 * integration-tests/support/setup.ts. With TEST_REDIS=1 locks, events, jobs and workflows live in a Redis that is started
 * for the tests, as in a market of several processes.
 */

const FLAGS = ["--config", "jest.config.cjs", "--forceExit", "--maxWorkers=2"]
/** What a test file leaves behind in its worker is never given back: a worker that has grown so large is begun anew. */
const MEMORY = "--workerIdleMemoryLimit=1GB"

function testEnv(url: string, redisUrl?: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password } = new URL(url)
  const env = { ...process.env }
  for (const name of [...envNames, "DB_TEMP_NAME"]) {
    delete env[name]
  }
  return {
    ...env,
    ...(redisUrl && { REDIS_URL: redisUrl }),
    DB_HOST: hostname,
    DB_PORT: port,
    DB_USERNAME: username,
    DB_PASSWORD: password,
    NODE_ENV: "test",
    LOG_LEVEL: "error",
    MEDUSA_DISABLE_TELEMETRY: "true",
    NODE_OPTIONS:
      `${env.NODE_OPTIONS ?? ""} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
  }
}

const MIGRATE = ["db:migrate", "--skip-scripts", "--execute-safe-links", "--execute-safe-search"]

/**
 * All files run in bundles that share an application, and their databases begin as copies of one that is migrated here: ten
 * seconds a bundle. Named files run, and migrate, by themselves.
 */
async function prepare(url: string, env: NodeJS.ProcessEnv, args: string[]): Promise<NodeJS.ProcessEnv> {
  if (!isWhole(args)) {
    return env
  }
  writeBundles()
  const secrets = { JWT_SECRET: "test", COOKIE_SECRET: "test" }
  await phase("Migrating a database for the tests to copy", () =>
    runMedusa({
      name: "test-migrate",
      args: MIGRATE,
      env: { ...env, ...secrets, DATABASE_URL: url },
      lifecycle: new Lifecycle(),
    })
  )
  return { ...env, TEST_MIGRATED: decodeURIComponent(new URL(url).pathname.slice(1)) }
}

const isWhole = (args: string[]) => !args.some((arg) => !arg.startsWith("-"))

/** Runs jest and answers its exit code. A Ctrl-C reaches jest by itself; here it must only not end us first. */
async function runJest(url: string, args: string[], redisUrl?: string): Promise<number> {
  const env = await prepare(url, testEnv(url, redisUrl), args)
  const projects = ["--selectProjects", isWhole(args) ? "bundles" : "http"]
  const jest = join(dirname(require.resolve("jest/package.json")), "bin/jest.js")
  const child = spawn(process.execPath, [jest, ...FLAGS, ...projects, MEMORY, ...args], {
    stdio: "inherit",
    env,
  })
  process.on("SIGINT", () => undefined)
  process.on("SIGTERM", () => child.kill("SIGTERM"))
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => resolve(code ?? 1))
  })
}

runScript(() =>
  withTestPostgres(({ url }) =>
    process.env.TEST_REDIS
      ? withTestRedis((redisUrl) => runJest(url, scriptArgs(), redisUrl))
      : runJest(url, scriptArgs())
  )
)

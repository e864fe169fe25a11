import { type Env, parseEnv } from "../src/lib/env"
import { DatabaseMarks } from "./support/database-marks"
import { startEmulators } from "./support/demo-settings"
import { Lifecycle } from "./support/lifecycle"
import { phase, tracePhases } from "./support/phases"
import { PlainError } from "./support/plain-error"
import { startPostgres } from "./support/postgres"
import { recreateDatabase } from "./support/postgres-url"
import { buildAdmin, isHalfMade, migrate, offerProviders, seed } from "./support/prepare"
import { RunLock } from "./support/run-lock"
import { databaseDir, loadEnvFile, report } from "./support/script"
import { requireSecrets } from "./support/secrets"
import { requireFreePort, serverUrl, startServer, waitForServer } from "./support/server"
import { welcome } from "./support/welcome"

/**
 * `npm start`: a whole market from one command. Reads the configuration, sees to a database, brings it up to date, loads
 * the demo market and builds the admin when that has not been done, and runs the server until it is told to stop.
 */

/** `medusa start` runs Vite for an environment called development; this command serves the built admin. */
const nodeEnv = ({ NODE_ENV }: Env) => (NODE_ENV.startsWith("dev") ? "local" : NODE_ENV)

async function openDatabase(env: Env, lifecycle: Lifecycle): Promise<string> {
  if (env.DATABASE_URL) {
    return env.DATABASE_URL
  }
  const postgres = await phase("Starting the database", () =>
    startPostgres({ dir: databaseDir, database: "bozor" })
  )
  lifecycle.add(() => postgres.stop())
  return postgres.url
}

/** The marks of a database that is either untouched or in order. */
async function openMarks(url: string, isDemo: boolean, isOurs: boolean): Promise<DatabaseMarks> {
  const marks = await DatabaseMarks.open(url)
  if (!isDemo || !(await isHalfMade(marks))) {
    return marks
  }
  await marks.close()
  if (!isOurs) {
    throw new PlainError(
      "DATABASE_URL: an earlier start was cut short while it loaded the demo: empty the database first"
    )
  }
  await recreateDatabase(url)
  return openMarks(url, isDemo, isOurs)
}

async function prepare(
  url: string,
  childEnv: NodeJS.ProcessEnv,
  isDemo: boolean,
  isOurs: boolean,
  lifecycle: Lifecycle
) {
  const marks = await openMarks(url, isDemo, isOurs)
  try {
    const preparation = { env: childEnv, lifecycle, marks }
    await migrate(preparation)
    if (isDemo) {
      await seed(preparation)
      await offerProviders(preparation)
    }
  } finally {
    await marks.close()
  }
  await buildAdmin({ env: childEnv, lifecycle })
}

async function run(lifecycle: Lifecycle, markRunning: () => void): Promise<number> {
  loadEnvFile()
  const env = parseEnv(process.env)
  tracePhases(env.BOZOR_TRACE)
  const isDemo = env.BOZOR_DEMO || !env.DATABASE_URL
  const lock = await RunLock.claim("npm start")
  lifecycle.add(async () => lock.release())
  await requireFreePort(env)
  if (!isDemo) {
    requireSecrets(env)
  }
  const demo = isDemo ? await startEmulators(env, serverUrl(env), lifecycle) : { settings: {}, pages: {} }
  const url = await openDatabase(env, lifecycle)
  const childEnv = {
    ...process.env,
    ...demo.settings,
    NODE_ENV: nodeEnv(env),
    DATABASE_URL: url,
    BOZOR_DEMO: isDemo ? "1" : "",
  }
  lock.update({ databaseUrl: url, emulators: demo.pages })
  await prepare(url, childEnv, isDemo, !env.DATABASE_URL, lifecycle)
  const server = startServer(env, childEnv, lifecycle)
  lock.noteServer(server.child.pid, server.url)
  await phase("Starting the server", () => waitForServer(server))
  markRunning()
  console.log(welcome(env.BOZOR_URL ?? server.url, isDemo, demo.pages))
  const code = await server.ended
  if (!lifecycle.isInterrupted) {
    throw new PlainError(
      `The server ended by itself (exit code ${code ?? "none"}); see .bozor/logs/server.log`
    )
  }
  return 0
}

async function main(): Promise<void> {
  const lifecycle = new Lifecycle()
  let isRunning = false
  lifecycle.listen(() => (isRunning ? 0 : 130))
  try {
    await run(lifecycle, () => (isRunning = true))
  } catch (error) {
    if (!lifecycle.isInterrupted) {
      report(error)
      await lifecycle.end()
      process.exit(1)
    }
  }
  // A signal ends the process when everything has stopped.
}

void main()

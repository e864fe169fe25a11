import { spawn, type ChildProcess } from "node:child_process"
import { randomBytes } from "node:crypto"
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"

import { freePort } from "./free-port"
import { PlainError } from "./plain-error"
import { prepareBinaries, type PostgresBinaries } from "./postgres-binaries"
import { prepareHome, type PostgresHome } from "./postgres-home"
import { settingsFor, type PostgresUse } from "./postgres-settings"
import { stopOrphan, stopServer } from "./postgres-stop"
import { connectionUrl, waitForDatabase } from "./postgres-url"

/**
 * An embedded PostgreSQL: a real server, run from the binaries that npm installed, reachable from this machine only.
 *
 * The caller sees to it that only one process at a time uses a folder (see run-lock.ts). A server that is found running
 * there is therefore an orphan of a killed one, and is stopped first.
 */

export { freePort } from "./free-port"

export type PostgresOptions = PostgresUse & {
  /** Folder for the data, the password and the log. */
  dir: string
  /** Loopback port; a free one by default. */
  port?: number
  /** Database to make when it's missing. */
  database: string
}

export type RunningPostgres = Readonly<{ url: string; stop: () => Promise<void> }>

/** Locale and paths that the caller's shell happens to have must not leak into the cluster. */
function cleanEnv(): NodeJS.ProcessEnv {
  const { PATH, TZ, TMPDIR } = process.env
  return { PATH, TZ, TMPDIR, LC_ALL: "C" }
}

export /** The superuser's password: made once, readable by the server's user alone. */
function readPassword(home: PostgresHome): string {
  const file = join(home.path, "password")
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600, flag: "wx" })
    chmodSync(file, 0o600)
    if (home.user) {
      chownSync(file, home.user.uid, home.user.gid)
    }
  }
  return readFileSync(file, "utf8").trim()
}

/** Runs a command in a process group of its own, out of a terminal's reach as the server is. */
function runQuietly(
  command: string,
  args: string[],
  home: PostgresHome
): Promise<{ code: number | null; said: string }> {
  const child = spawn(command, args, {
    ...home.user,
    cwd: home.path,
    env: cleanEnv(),
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  })
  let said = ""
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, said: error.message }))
    child.once("close", (code) => resolve({ code, said: said.trim() }))
  })
}

/**
 * Makes the cluster under another name and renames it at the end: a start that is killed half-way leaves nothing that
 * looks like data. The built-in C.UTF-8 locale sorts and folds letters alike on every system.
 */
async function initialise(home: PostgresHome, binaries: PostgresBinaries, fast: boolean): Promise<void> {
  if (existsSync(home.data)) {
    return
  }
  const half = `${home.data}-half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  if (home.user) {
    chownSync(half, home.user.uid, home.user.gid)
  }
  const flags = ["--auth=scram-sha-256", "--username=postgres", `--pwfile=${join(home.path, "password")}`]
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  const args = [`--pgdata=${half}`, ...flags, ...locale, ...(fast ? ["--no-sync"] : [])]
  const made = await runQuietly(binaries.initdb, args, home)
  if (made.code !== 0) {
    throw new PlainError(
      `the database's files could not be made in ${home.path}: ${made.said.split("\n").at(-1)}`
    )
  }
  renameSync(half, home.data)
}

/** Data of one major version can't be read by another; say so before the server does, in its own way. */
function checkVersion(home: PostgresHome, binaries: PostgresBinaries): void {
  const made = readFileSync(join(home.data, "PG_VERSION"), "utf8").trim()
  if (made !== binaries.version.split(".")[0]) {
    throw new PlainError(
      `${home.data} was made by PostgreSQL ${made}, this is ${binaries.version}: npm run reset starts afresh`
    )
  }
}

function logFile(home: PostgresHome): string {
  return join(home.path, "postgres.log")
}

/**
 * Starts the server in a process group of its own, with its output in a file: the Ctrl-C of a terminal and the end of
 * the terminal reach only us, so that we can stop whatever uses the database before the database itself.
 */
function spawnServer(
  home: PostgresHome,
  binaries: PostgresBinaries,
  port: number,
  use: PostgresUse
): ChildProcess {
  const settings = [
    "listen_addresses=localhost",
    "unix_socket_directories=",
    `port=${port}`,
    ...settingsFor(use),
  ].flatMap((setting) => ["-c", setting])
  const log = openSync(logFile(home), "w", 0o600)
  const server = spawn(binaries.postgres, ["-D", home.data, ...settings], {
    ...home.user,
    cwd: home.path,
    env: cleanEnv(),
    detached: true,
    stdio: ["ignore", log, log],
  })
  closeSync(log)
  server.on("error", () => undefined) // Shows as an exit code of its own in waitForDatabase.
  server.unref()
  return server
}

/** Stops the server that a killed process left running in `dir`, if there is one. */
export async function stopPostgresIn(dir: string): Promise<void> {
  if (existsSync(dir)) {
    await stopOrphan(prepareHome(dir))
  }
}

/** Starts PostgreSQL in `dir` and makes sure that the database exists. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const home = prepareHome(options.dir)
  const binaries = prepareBinaries(home)
  const password = readPassword(home)
  await stopOrphan(home)
  await initialise(home, binaries, !!options.fast)
  checkVersion(home, binaries)
  const port = options.port ?? (await freePort())
  const server = spawnServer(home, binaries, port, options)
  const url = connectionUrl({ port, password }, options.database)
  try {
    await waitForDatabase(server, url, logFile(home))
  } catch (error) {
    await stopServer(server)
    throw error
  }
  return { url, stop: () => stopServer(server) }
}

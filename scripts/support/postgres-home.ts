import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { basename, dirname, join, resolve } from "node:path"

import { PlainError } from "./plain-error"

/**
 * The folder of an embedded PostgreSQL, and the system user it runs as.
 *
 * PostgreSQL refuses to run as root, so root lends it the user `postgres`. That user can't enter a project under, say,
 * `/root`: then the data lives in `/var/lib/bozor/<hash of the project's path>` and the asked-for folder is a symbolic
 * link to it, by which `npm run reset` finds it again.
 */

const OUTSIDE = "/var/lib/bozor"
const OWNER_FILE = "project"

export type DatabaseUser = Readonly<{ uid: number; gid: number }>
export type PostgresHome = Readonly<{ path: string; data: string; user: DatabaseUser | undefined }>

const isRoot = () => process.getuid?.() === 0

/** Whether that user can enter the folder (and read the file in it). Asked of the system itself, not of mode bits. */
export function canRead(user: DatabaseUser, folder: string, file = ""): boolean {
  const script = 'cd "$1" && { test -z "$2" || test -r "$2"; }'
  const asked = spawnSync("/bin/sh", ["-c", script, "sh", folder, file], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  })
  return asked.status === 0
}

function lookUp(name: string): DatabaseUser | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const found = spawnSync("id", [flag, name], { encoding: "utf8" })
    return found.status === 0 ? Number(found.stdout) : undefined
  })
  return uid && gid ? { uid, gid } : undefined
}

function createUser(): void {
  const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: "ignore" }).status === 0
  run("groupadd", ["--system", "postgres"])
  const flags = ["--system", "--gid", "postgres", "--no-create-home", "--home-dir", "/nonexistent"]
  if (!run("useradd", [...flags, "--shell", "/usr/sbin/nologin", "postgres"])) {
    run("adduser", ["-S", "-D", "-H", "postgres"])
  }
}

/** Whoever owns the data goes on using it; new data belongs to `postgres`, which is made when it's missing. */
function databaseUser(data: string): DatabaseUser {
  if (existsSync(data)) {
    const { uid, gid } = statSync(data)
    if (uid !== 0) {
      return { uid, gid }
    }
  }
  const user = lookUp("postgres") ?? lookUp("_postgres") ?? (createUser(), lookUp("postgres"))
  if (!user) {
    throw new PlainError(
      "PostgreSQL can't run as root and no user `postgres` could be made: run as another user, or set DATABASE_URL"
    )
  }
  return user
}

/** Where an earlier start put this folder's data. A link that came along in a copy of another project is not ours. */
function linkedHome(dir: string): string | undefined {
  if (!lstatSync(dir, { throwIfNoEntry: false })?.isSymbolicLink()) {
    return undefined
  }
  const target = readlinkSync(dir)
  const note = join(target, OWNER_FILE)
  const owner = existsSync(note) ? readFileSync(note, "utf8") : undefined
  const isOurs = target.startsWith(`${OUTSIDE}/`) && (owner === dir || (!!owner && !existsSync(owner)))
  return isOurs ? target : undefined
}

function settleOutside(dir: string): string {
  const target = linkedHome(dir) ?? join(OUTSIDE, createHash("sha256").update(dir).digest("hex").slice(0, 16))
  mkdirSync(target, { recursive: true })
  chmodSync(OUTSIDE, 0o755)
  chmodSync(target, 0o711)
  writeFileSync(join(target, OWNER_FILE), dir)
  rmSync(dir, { recursive: true, force: true })
  symlinkSync(target, dir)
  return target
}

function asHome(path: string, user: DatabaseUser | undefined): PostgresHome {
  return { path, data: join(path, "data"), user }
}

/** Makes the folder, or finds the one that stands in for it. */
export function prepareHome(wanted: string): PostgresHome {
  mkdirSync(dirname(wanted), { recursive: true })
  const dir = join(realpathSync(dirname(wanted)), basename(wanted))
  if (!isRoot()) {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    return asHome(realpathSync(dir), undefined)
  }
  const outside = linkedHome(dir)
  if (outside) {
    return asHome(settleOutside(dir), databaseUser(join(outside, "data")))
  }
  if (lstatSync(dir, { throwIfNoEntry: false })?.isSymbolicLink()) {
    rmSync(dir)
  }
  mkdirSync(dir, { recursive: true })
  chmodSync(dir, 0o711)
  const data = join(dir, "data")
  const user = databaseUser(data)
  if (canRead(user, dir)) {
    return asHome(dir, user)
  }
  if (existsSync(data)) {
    throw new PlainError(`the database's own user can't enter ${data} any more: allow it, or npm run reset`)
  }
  return asHome(settleOutside(dir), user)
}

/** Removes the folder, and the one outside that it links to. */
export function removeHome(wanted: string): void {
  const dir = resolve(wanted)
  const known = existsSync(dirname(dir)) ? join(realpathSync(dirname(dir)), basename(dir)) : dir
  const outside = linkedHome(known)
  if (outside) {
    rmSync(outside, { recursive: true, force: true })
  }
  rmSync(known, { recursive: true, force: true })
}

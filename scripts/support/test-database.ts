import { accessSync, constants, existsSync, mkdtempSync, readdirSync, statfsSync } from "node:fs"
import { freemem, tmpdir } from "node:os"
import { basename, join } from "node:path"

import { startPostgres, stopPostgresIn, type RunningPostgres } from "./postgres"
import { removeHome } from "./postgres-home"
import { isRunning } from "./processes"

const PREFIX = "bozor-test-"

/** A file system in memory, which Linux has. */
const SHARED_MEMORY = "/dev/shm"
/** Several times what the tests' databases and their log take. */
const ENOUGH_BYTES = 4 * 2 ** 30

/** Where the data lies: in memory where there is plenty, since each test gets its database made anew of a thousand files. */
function dataFolder(): string {
  try {
    accessSync(SHARED_MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(SHARED_MEMORY)
    return Math.min(bavail * bsize, freemem()) >= ENOUGH_BYTES ? SHARED_MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Folders that a test run may have used. */
const folders = () => [tmpdir(), SHARED_MEMORY].filter((folder) => existsSync(folder))

/** Removes what a killed test run left behind; the run's process id is in the folder's name. */
async function sweep(): Promise<void> {
  for (const dir of folders().flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(basename(dir))?.[1])
    if (pid && !isRunning(pid)) {
      await stopPostgresIn(dir)
        .then(() => removeHome(dir))
        .catch(() => undefined) // Somebody else's: not ours to clean.
    }
  }
}

/**
 * Lends `use` a PostgreSQL of its own in a temporary folder, and removes both whatever happens.
 * @param options.isLarge whether it has a market's memory
 */
export async function withTestPostgres<T>(
  use: (postgres: RunningPostgres) => Promise<T>,
  options: { isLarge?: boolean } = {}
): Promise<T> {
  await sweep()
  const dir = mkdtempSync(join(dataFolder(), `${PREFIX}${process.pid}-`))
  try {
    const postgres = await startPostgres({ dir, database: "bozor", fast: true, ...options })
    try {
      return await use(postgres)
    } finally {
      await postgres.stop()
    }
  } finally {
    removeHome(dir)
  }
}

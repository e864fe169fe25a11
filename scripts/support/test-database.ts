import { mkdtempSync, readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { startPostgres, stopPostgresIn, type RunningPostgres } from "./postgres"
import { removeHome } from "./postgres-home"
import { isRunning } from "./processes"

const PREFIX = "bozor-test-"

/** Removes what a killed test run left behind; the run's process id is in the folder's name. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    if (pid && !isRunning(pid)) {
      const dir = join(tmpdir(), name)
      await stopPostgresIn(dir)
        .then(() => removeHome(dir))
        .catch(() => undefined) // Somebody else's: not ours to clean.
    }
  }
}

/** Lends `use` a PostgreSQL of its own in a temporary folder, and removes both whatever happens. */
export async function withTestPostgres<T>(use: (postgres: RunningPostgres) => Promise<T>): Promise<T> {
  await sweep()
  const dir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  try {
    const postgres = await startPostgres({ dir, database: "bozor", fast: true })
    try {
      return await use(postgres)
    } finally {
      await postgres.stop()
    }
  } finally {
    removeHome(dir)
  }
}

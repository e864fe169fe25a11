import { totalmem } from "node:os"

/** What a server that we start is for. */
export type PostgresUse = {
  /** For tests: nothing is forced to disk, so a crash of the machine loses the data. */
  fast?: boolean
  /** What is read often stays in memory, as in a market; the default unless `fast`, whose databases are small and many. */
  isLarge?: boolean
}

/** The log is kept short too: the data may lie in memory. Databases of tests are gone before a vacuum would be of use. */
const FAST = [
  ...["fsync", "full_page_writes", "synchronous_commit", "autovacuum", "track_counts"].map(
    (name) => `${name}=off`
  ),
  "max_wal_size=256MB",
]

const MB = 2 ** 20

/** PostgreSQL's own 128 MB hold ten thousand goods with all that is known of them, not a hundred thousand. */
const BUFFERS_MB = { least: 128, most: 1_024 }

/**
 * Megabytes that PostgreSQL keeps of what it reads: an eighth of what there is, since the market runs on the same machine.
 * They are taken only as they are used.
 * @param memory bytes of the machine, or of the container
 */
export const buffersFor = (memory: number) =>
  Math.min(BUFFERS_MB.most, Math.max(BUFFERS_MB.least, Math.floor(memory / 8 / MB)))

/** A container's limit, where there is one, is what it has. */
const memoryHere = () => Math.min(totalmem(), process.constrainedMemory() || Infinity)

/** Settings of a server's command line, as `name=value`. */
export const settingsFor = ({ fast, isLarge = !fast }: PostgresUse): string[] => [
  ...(fast ? FAST : []),
  ...(isLarge ? [`shared_buffers=${buffersFor(memoryHere())}MB`] : []),
]

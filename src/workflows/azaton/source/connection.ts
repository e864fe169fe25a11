import { createRequire } from "node:module"
import type { DataSource, QueryRunner } from "typeorm"
import { AzatonRefused } from "./errors"

/**
 * The old database: a connection that cannot write, and one transaction for the whole read, so that every table is from
 * one moment.
 */

/** Columns whose values the driver would bend: a `date` by the time zone, decimals and big numbers by floating point. */
const AS_TEXT = new Set([20, 790, 1082, 1700])
/** `timestamp` without a zone, which only an altered database has: the old shops stood in Tashkent. */
const PLAIN_TIMESTAMP = 1114
const TIMESTAMP = 1184
const JSON_TYPES = new Set([114, 3802])
const BOOLEAN = 16
const NUMBERS = new Set([21, 23, 700, 701])

type Parse = (text: string) => unknown

/** Parsers of this connection alone: those that other libraries set for the whole process do not count here. */
function getTypeParser(oid: number): Parse {
  if (oid === TIMESTAMP) {
    return (text) => new Date(instant(text))
  }
  if (oid === PLAIN_TIMESTAMP) {
    return (text) => new Date(instant(`${text}+05`))
  }
  if (JSON_TYPES.has(oid)) {
    return (text) => JSON.parse(text) as unknown
  }
  if (oid === BOOLEAN) {
    return (text) => text === "t"
  }
  return NUMBERS.has(oid) && !AS_TEXT.has(oid) ? Number : (text) => text
}

/** `2025-12-10 12:00:00.5+05` as ISO 8601; any session's time zone gives the same instant. */
function instant(text: string): string {
  const zone = /([+-]\d{2})(?::?(\d{2}))?$/.exec(text)
  return zone ? `${text.slice(0, zone.index).replace(" ", "T")}${zone[1]}:${zone[2] ?? "00"}` : text
}

export type Legacy = { data: DataSource; runner: QueryRunner; close: () => Promise<void> }

/**
 * Connects and begins the one transaction.
 * @throws {AzatonRefused} when it cannot be reached, or its session could write
 */
export async function openLegacy(url: string): Promise<Legacy> {
  // Medusa loads every file of `workflows` when it starts: a market that imports nothing does not pay for TypeORM.
  const typeorm = createRequire(__filename)("typeorm") as typeof import("typeorm")
  const data = new typeorm.DataSource({
    type: "postgres",
    url,
    applicationName: "legacy",
    synchronize: false,
    migrationsRun: false,
    dropSchema: false,
    installExtensions: false,
    entities: [],
    logging: false,
    poolSize: 1,
    connectTimeoutMS: 15_000,
    extra: {
      options: [askedFor(url), "-c default_transaction_read_only=on -c statement_timeout=60000"]
        .join(" ")
        .trim(),
      keepAlive: true,
      types: { getTypeParser },
    },
  })
  await connect(data)
  try {
    const runner = data.createQueryRunner()
    const close = async () => {
      if (runner.isTransactionActive) {
        await runner.rollbackTransaction().catch(() => undefined)
      }
      await runner.release()
      await data.destroy()
    }
    await begin(runner)
    return { data, runner, close }
  } catch (error) {
    await data.destroy()
    throw error
  }
}

/** `?options=…` of the address, such as another `search_path`; ours come after it and win. */
function askedFor(url: string): string {
  return URL.canParse(url) ? (new URL(url).searchParams.get("options") ?? "") : ""
}

async function connect(data: DataSource): Promise<void> {
  try {
    await data.initialize()
  } catch (error) {
    throw new AzatonRefused(`The old database cannot be reached: ${(error as Error).message}`)
  }
}

async function begin(runner: QueryRunner): Promise<void> {
  await runner.startTransaction("REPEATABLE READ")
  await runner.query("SET TRANSACTION READ ONLY")
  // Writing takes longer than reading; between two pages the old database waits for us.
  await runner.query("SET LOCAL idle_in_transaction_session_timeout = 0")
  await runner.query("SET LOCAL cursor_tuple_fraction = 1")
  const [{ transaction_read_only: isReadOnly }] = (await runner.query(
    "SHOW transaction_read_only"
  )) as Array<{
    transaction_read_only: string
  }>
  if (isReadOnly !== "on") {
    throw new AzatonRefused("The session on the old database is not read-only; nothing was read.")
  }
}

/** One statement with `$1`… inside the transaction. */
export async function ask<Row>(
  legacy: Legacy,
  statement: string,
  parameters: unknown[] = []
): Promise<Row[]> {
  return (await legacy.runner.query(statement, parameters)) as Row[]
}

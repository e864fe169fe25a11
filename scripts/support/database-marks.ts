import { Client } from "pg"

import { PlainError } from "./plain-error"

/**
 * What `npm start` has done to a database is written in the database itself (table `bozor_start`), so that a copy, a
 * restore or another machine's start finds the truth.
 */

const TABLE = `create table if not exists bozor_start (
  key text primary key, value text not null, updated_at timestamptz not null default now())`

/** Held while a database is brought up to date, so that two machines that start at once take turns. */
const LOCK = "select pg_advisory_lock(hashtext('bozor_start'))"

const ADVICE: Record<string, (target: string) => string> = {
  ENOTFOUND: (target) => `DATABASE_URL: no such host: ${target}`,
  EAI_AGAIN: (target) => `DATABASE_URL: no such host: ${target}`,
  ECONNREFUSED: (target) => `DATABASE_URL: nothing answers at ${target}: is PostgreSQL running there?`,
  ETIMEDOUT: (target) => `DATABASE_URL: nothing answers at ${target}: is PostgreSQL running there?`,
  "28P01": (target) => `DATABASE_URL: wrong user or password for ${target}`,
  "28000": (target) => `DATABASE_URL: this user may not connect to ${target}`,
  "3D000": (target) =>
    `DATABASE_URL: there is no such database: make it first (createdb) or correct the name: ${target}`,
  "42501": (target) => `DATABASE_URL: this user may not create tables in ${target}`,
}

/** Where a URL points, without the password. */
function describe(url: string): string {
  try {
    const { hostname, port, pathname, username } = new URL(url)
    return `${username ? `${username}@` : ""}${hostname}:${port || "5432"}${pathname}`
  } catch {
    return "(unreadable URL)"
  }
}

function explain(error: unknown, url: string): PlainError {
  const { code, message } = error as { code?: string; message?: string }
  const { errors } = error as { errors?: { code?: string }[] }
  const advice = ADVICE[code ?? ""] ?? ADVICE[errors?.[0]?.code ?? ""]
  const target = describe(url)
  const text =
    advice?.(target) ?? `DATABASE_URL: ${target} can't be used: ${message?.trim() || code || "no answer"}`
  return new PlainError(text.replaceAll("\n", " "))
}

/** Marks of one database, and the right to change them alone. */
export class DatabaseMarks {
  #client: Client

  private constructor(client: Client) {
    this.#client = client
  }

  /**
   * Connects, makes the table and takes turns with other starts.
   * @throws {PlainError} one line on what is wrong with the URL, never its password
   */
  static async open(url: string): Promise<DatabaseMarks> {
    let client: Client | undefined
    try {
      client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
      client.on("error", () => undefined)
      await client.connect()
      await client.query(LOCK)
      await client.query(TABLE)
      return new DatabaseMarks(client)
    } catch (error) {
      await client?.end().catch(() => undefined)
      throw explain(error, url)
    }
  }

  async read(key: string): Promise<string | undefined> {
    const found = await this.#client.query<{ value: string }>(
      "select value from bozor_start where key = $1",
      [key]
    )
    return found.rows[0]?.value
  }

  async write(key: string, value: string): Promise<void> {
    await this.#client.query(
      `insert into bozor_start (key, value) values ($1, $2)
       on conflict (key) do update set value = excluded.value, updated_at = now()`,
      [key, value]
    )
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined)
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Every way in which a statement may end at each place: in CI (`FAULTS=all`); `npm test` takes them by turns. */
export const EVERY_FAULT = process.env.FAULTS === "all"

/**
 * Real faults of the database. They hit whatever the application does, by Medusa's methods or in SQL of its own, and a
 * transaction that meets one is rolled back by PostgreSQL itself.
 */
export type Fault = {
  /** The table whose write goes wrong. */
  on: string
  /** Which of its rows are meant, such as `new.state = 2`. */
  when?: string
  /** Of which row, counted from now on. Every other one is written. */
  row?: number
  /** An error of the statement, a killed backend, or a refusal when the transaction is committed. */
  how?: "error" | "killed" | "at commit"
}

type Sql = (statement: string) => Promise<unknown>

/**
 * Lets one write go wrong, once: a sequence counts the rows down, because it alone is not rolled back. The trigger goes with the
 * database that the runner restores before the next test.
 */
export async function breakOnce(
  sql: Sql,
  { on, when = "true", row = 1, how = "error" }: Fault
): Promise<void> {
  const kill = how === "killed" ? "perform pg_terminate_backend(pg_backend_pid());" : ""
  const trigger =
    how === "at commit"
      ? `create constraint trigger fault after insert or update on "${on}" deferrable initially deferred`
      : `create trigger fault before insert or update on "${on}"`
  await sql(`
    drop function if exists fault cascade;
    drop sequence if exists fault_rows;
    create sequence fault_rows increment -1 maxvalue ${row} start ${row};
    create function fault() returns trigger language plpgsql as $$ begin
      if nextval('fault_rows') = 1 then
        ${kill}
        raise exception 'a fault of the test';
      end if;
      return new;
    end $$;
    ${trigger} for each row when (${when}) execute function fault()`)
}

type Query = { sql: string; __knexUid: string }
type Socket = {
  destroy: () => void
  end: () => void
  removeAllListeners: (event: "data") => void
}
type Connection = { __knexUid: string; connection: { stream: Socket } }
type Knex = {
  client: { pool: { used: Array<{ resource: Connection }> } }
  on: (event: "query", listener: (query: Query) => void) => void
  removeListener: (event: "query", listener: (query: Query) => void) => void
}

/** Calls `heard` for each statement just before it goes out, while `work` runs. Every module shares one pool. */
async function listening<T>(
  container: MedusaContainer,
  heard: (query: Query, knex: Knex) => void,
  work: () => Promise<T>
): Promise<T> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex
  const listener = (query: Query) => heard(query, knex)
  knex.on("query", listener)
  try {
    return await work()
  } finally {
    knex.removeListener("query", listener)
  }
}

/** Runs `work`, and `then` when it sends the first statement that matches. */
export function atStatement<T>(
  container: MedusaContainer,
  pattern: RegExp,
  then: () => void,
  work: () => Promise<T>
): Promise<T> {
  let isMet = false
  const heard = ({ sql }: Query) => {
    if (!isMet && pattern.test(sql)) {
      isMet = true
      then()
    }
  }
  return listening(container, heard, work)
}

/**
 * Runs `work` and cuts the connection of its n-th statement, so that it is not sent, or sent and done but never answered:
 * the application cannot tell the one from the other.
 * @returns what `work` came to, and whether it had as many statements
 */
export async function cutAt<T>(
  container: MedusaContainer,
  n: number,
  lost: "statement" | "answer",
  work: () => Promise<T>
): Promise<{ came: T; isCut: boolean }> {
  let count = 0
  const heard = ({ __knexUid }: Query, { client }: Knex) => {
    const used = client.pool.used.find(({ resource }) => resource.__knexUid === __knexUid)
    if (!used || ++count !== n) {
      return
    }
    const { stream } = used.resource.connection
    if (lost === "statement") {
      stream.destroy()
    } else {
      // Nothing is read any more, and PostgreSQL learns that we are gone once it has done what it was sent.
      stream.removeAllListeners("data")
      setImmediate(() => stream.end())
    }
  }
  const came = await listening(container, heard, work)
  return { came, isCut: count >= n }
}

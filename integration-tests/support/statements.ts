import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Knex = {
  on: (event: "query", listener: (query: { sql: string }) => void) => void
  removeListener: (event: "query", listener: (query: { sql: string }) => void) => void
}

/**
 * The statements that the application sends to PostgreSQL while `work` runs, `BEGIN` and `COMMIT` included. Every module
 * shares one pool, whose "query" event knex raises for each statement just before it goes out.
 */
export async function statementsOf(
  container: MedusaContainer,
  work: () => Promise<unknown>
): Promise<string[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex
  const statements: string[] = []
  const listen = ({ sql }: { sql: string }) => statements.push(sql.replace(/\s+/g, " ").trim())
  knex.on("query", listen)
  try {
    await work()
  } finally {
    knex.removeListener("query", listen)
  }
  return statements
}

/**
 * The statements of one warm call. Scheduled jobs use the same pool now and then, so the call is made several times and
 * the shortest list counts: whatever stands in every list belongs to the call.
 * @param call is given the number of its turn, 0 to 3
 */
export async function warmStatementsOf(
  container: MedusaContainer,
  call: (turn: number) => Promise<unknown>
): Promise<string[]> {
  await call(0)
  const lists = []
  for (const turn of [1, 2, 3]) {
    lists.push(await statementsOf(container, () => call(turn)))
  }
  return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest))
}

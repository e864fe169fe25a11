import { Client } from "pg"

/** Runs statements with named bindings (`:bound`) on a plain connection, as knex does. */
export function rawOf(client: Client) {
  return async <Row>(sql: string, bindings: Record<string, unknown>): Promise<Row[]> => {
    const values: unknown[] = []
    const text = sql.replace(/(?<!:):([a-z_]+)/g, (match, name: string) =>
      name in bindings ? `$${values.push(bindings[name])}` : match
    )
    return (await client.query(text, values)).rows as Row[]
  }
}

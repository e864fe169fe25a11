import { Client } from "pg"

import { checkBooks, Raw } from "../src/workflows/books/check"
import { reportLines } from "../src/workflows/books/report"
import { readMarket, say } from "./support/read-market"
import { runScript } from "./support/script"

/**
 * `npm run books:check`: compares orders, payments, gateway, receipts, ledger and statements of this market, and ends
 * with 1 when something does not agree, naming the rows. It reads only, in one snapshot; a server may run beside it.
 */

/** What is being booked at this moment is no imbalance. */
const IN_PROGRESS_MS = 60_000

/** Runs statements with named bindings (`:bound`) on a plain connection. */
function rawOf(client: Client): Raw {
  return async <Row>(sql: string, bindings: Record<string, unknown>) => {
    const values: unknown[] = []
    const text = sql.replace(/(?<!:):([a-z_]+)/g, (match, name: string) =>
      name in bindings ? `$${values.push(bindings[name])}` : match
    )
    return (await client.query(text, values)).rows as Row[]
  }
}

runScript(() =>
  readMarket("npm run books:check", async (client) => {
    const books = await checkBooks(rawOf(client), new Date(Date.now() - IN_PROGRESS_MS))
    await say(reportLines(books).join("\n"))
    return books.imbalances.length > 0 ? 1 : 0
  })
)

import { Client } from "pg"

import { COMPANIES } from "../src/workflows/finance/lib/days-sql"
import { rebuildAll } from "../src/workflows/finance/rebuild"
import { rawOf } from "./support/named-bindings"
import { say, useMarket } from "./support/read-market"
import { runScript } from "./support/script"

/**
 * `npm run facts:rebuild`: empties the daily facts of every company and makes them again from orders, refunds and ledger. One
 * transaction per company: a server may run beside it, and its reports go on showing the old facts until then.
 */
async function rebuild(client: Client): Promise<number> {
  const raw = rawOf(client)
  const companies = await raw<{ id: string }>(COMPANIES, {})
  let sum = 0
  for (const [index, { id }] of companies.entries()) {
    const startedAt = Date.now()
    await client.query("begin")
    const days = await rebuildAll(raw, id)
    await client.query("commit")
    sum += days.length
    await say(`${index + 1}/${companies.length}  ${id}  ${days.length} days  ${Date.now() - startedAt} ms`)
  }
  await say(`${sum} days of ${companies.length} companies made from source`)
  return 0
}

runScript(() => useMarket("npm run facts:rebuild", rebuild))

import { Client } from "pg"

import { rebuildCounters } from "../src/modules/like/lib/rebuild"
import { say, useMarket } from "./support/read-market"
import { runScript } from "./support/script"

/**
 * `npm run likes:rebuild`: counts likes, followers and lists anew from their rows, and says which counters were wrong. A server
 * may run beside it; who likes something meanwhile waits a moment.
 */
async function rebuild(client: Client): Promise<number> {
  await client.query("begin")
  const differences = await rebuildCounters(
    async <Row>(statement: string) => (await client.query(statement)).rows as Row[]
  )
  await client.query("commit")
  for (const { counter, id, was, is } of differences) {
    await say(`${counter}  ${id}  ${was} -> ${is}`)
  }
  await say(
    differences.length === 0 ? "Every counter was right" : `${differences.length} counters were wrong`
  )
  return 0
}

runScript(() => useMarket("npm run likes:rebuild", rebuild))

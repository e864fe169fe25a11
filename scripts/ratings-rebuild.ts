import { Client } from "pg"

import { rebuildFigures } from "../src/modules/rating/lib/rebuild"
import { say, useMarket } from "./support/read-market"
import { runScript } from "./support/script"

/**
 * `npm run ratings:rebuild`: makes the figures of all ratings and reviews again from their rows, in one transaction. A server may
 * run beside it; who rates in these seconds waits.
 */
async function rebuild(client: Client): Promise<number> {
  const startedAt = Date.now()
  const run = async (statement: string, values: unknown[] = []) => {
    let index = 0
    return (
      await client.query(
        statement.replace(/\?/g, () => `$${++index}`),
        values
      )
    ).rows
  }
  await client.query("begin")
  await rebuildFigures(run)
  await client.query("commit")
  const { rows } = await client.query<{ companies: string; products: string }>(
    `select (select count(*) from company_rating_stat) as companies, (select count(*) from product_review_stat) as products`
  )
  const [{ companies, products }] = rows
  await say(
    `figures of ${companies} companies and ${products} products made from source, ${Date.now() - startedAt} ms`
  )
  return 0
}

runScript(() => useMarket("npm run ratings:rebuild", rebuild))

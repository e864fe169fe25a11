import { setTimeout as sleep } from "node:timers/promises"
import { MedusaContainer } from "@medusajs/framework/types"
import { findProducts } from "../../src/workflows/search"
import { rebuildIndex, searchOf } from "../../src/workflows/search/ready"
import { CHANNEL, documents } from "./documents"
import { measure, Relevance } from "./measure"

/** An engine that answered too late once is asked again after this, a few times. */
const PAUSE_MS = 6_000
const TRIES = 5

/**
 * Puts the judged goods into a market's index and asks it all judged queries, as its shoppers would. Meilisearch leaves to
 * PostgreSQL what it finds nothing for; `answered_by` counts who answered.
 */
export async function measureMarket(container: MedusaContainer, engine = "postgres"): Promise<Relevance> {
  await rebuildIndex(container, "product")
  await searchOf(container).upsertDocuments({ index: "product", documents: documents() })
  await waitFor(container, engine)
  const answeredBy: Record<string, number> = {}
  const figures = await measure(engine, async (q) => {
    const answer = await ask(container, q)
    answeredBy[answer.engine] = (answeredBy[answer.engine] ?? 0) + 1
    return answer
  })
  return { ...figures, answered_by: answeredBy }
}

async function waitFor(container: MedusaContainer, engine: string): Promise<void> {
  for (let attempt = 1; (await ask(container, "telefon")).engine !== engine; attempt++) {
    if (attempt === TRIES) {
      throw new Error(`${engine} does not answer`)
    }
    await sleep(PAUSE_MS)
  }
}

async function ask(container: MedusaContainer, q: string) {
  return findProducts(container, { q, channel_ids: [CHANNEL], limit: 10 })
}

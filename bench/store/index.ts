import { execute, run, say } from "../children"
import { sleep } from "../../scripts/support/processes"
import { copyForVanilla, fillFloor, single } from "./database"
import type { Market } from "./goods"
import { Figure, LeftOut, measureInTurns, Pace } from "./measure"
import { postmasterOf } from "./processes"
import { quiet, Server, startFloor, startMedusa, VANILLA } from "./servers"
import { sameAnswers } from "./same"
import { Servers, storeTargets } from "./targets"

export type StoreFigures = {
  products: number
  /** Milliseconds that making the catalogue's documents anew took. */
  rebuild_ms: number
  figures: Figure[]
  left_out: LeftOut[]
}
export type StoreOrder = {
  env: NodeJS.ProcessEnv
  databaseUrl: string
  /** Numbers of goods, ascending: the market grows from one to the next. */
  sizes: number[]
  pace: Pace
  /** Only targets whose name has one of these in it; all when there is none. */
  only: string[]
}

/**
 * Lists, pages and search of goods: the catalogue, Medusa's own routes with our middlewares and without, and the floor, in turns.
 */
export async function benchStore(order: StoreOrder): Promise<StoreFigures[]> {
  const measured: StoreFigures[] = []
  let market: Market | undefined
  for (const products of order.sizes) {
    say(`a market of ${products} goods, and Medusa as it comes on a copy of it`)
    const earlier = market ? [JSON.stringify(market)] : []
    market = await execute<Market>("./bench/store/goods.ts", order.env, [String(products), ...earlier])
    say(`every document of the catalogue made anew in ${(market.rebuild_ms / 1_000).toFixed(1)} s`)
    measured.push(await measureMarket(order, market))
  }
  return measured
}

async function measureMarket(order: StoreOrder, market: Market): Promise<StoreFigures> {
  const copy = await copyForVanilla(order.databaseUrl, market, "vanilla")
  const env = { ...order.env, DATABASE_URL: copy }
  await run(["db:migrate", "--execute-all-links", "--execute-all-search"], env, VANILLA)
  const started: Server[] = []
  const start = async (server: Promise<Server>) => {
    started.push(await server)
    return started.at(-1)!
  }
  try {
    const vanilla = await start(startMedusa(env, VANILLA))
    await searchIsFilled(vanilla, market)
    const ours = await start(startMedusa(order.env))
    await fillFloor(order.databaseUrl, await documentsOf(ours, market))
    const servers: Servers = {
      vanilla,
      cached: await start(startMedusa({ ...env, MEDUSA_FF_CACHING: "true" }, VANILLA)),
      floor: await start(startFloor(order.env)),
      ours,
    }
    say(
      `Medusa's own routes answer the same with us as without: ${await sameAnswers(servers.ours, vanilla, market)} questions`
    )
    for (const server of started) {
      await quiet(server)
    }
    const { only } = order
    const wanted = storeTargets(servers, market, single(copy, market)).filter(
      ({ name }) => only.length === 0 || only.some((part) => name.includes(part))
    )
    say(`${wanted.length} targets in turns`)
    const postmaster = await postmasterOf(order.databaseUrl)
    const { products, rebuild_ms } = market
    return { products, rebuild_ms, ...(await measureInTurns(wanted, order.pace, postmaster)) }
  } finally {
    await Promise.all(started.map((server) => server.stop()))
  }
}

/** Twenty goods as the catalogue answers them: the floor's answer is as long as its. */
async function documentsOf({ url }: Server, { region_id, one_channel }: Market): Promise<unknown[]> {
  const answer = await fetch(`${url}/store/catalog/products?limit=20&region_id=${region_id}`, {
    headers: { "x-publishable-api-key": one_channel },
  })
  const { products } = (await answer.json()) as { products: unknown[] }
  return products
}

const FILL_MS = 900_000
const LOOK_MS = 1_000
/** A search that finds as much as this often in a row has all there is. */
const ALIKE = 4

/** Medusa fills its search indexes after its start, behind. Every good has these words. */
async function searchIsFilled({ url }: Server, { one_channel }: Market): Promise<void> {
  const until = Date.now() + FILL_MS
  const body = JSON.stringify({ entity: "product", filters: { q: "yaxshi tovar" }, pagination: { take: 1 } })
  const headers = { "x-publishable-api-key": one_channel, "content-type": "application/json" }
  const counts: string[] = []
  const isWhole = () =>
    counts[0] > "0" && counts.length >= ALIKE && counts.slice(0, ALIKE).every((one) => one === counts[0])
  while (!isWhole() && Date.now() < until) {
    await sleep(LOOK_MS)
    const answer = await fetch(`${url}/store/search`, { method: "POST", headers, body })
    counts.unshift(/"count":(\d+)/.exec(await answer.text())?.[1] ?? "0")
  }
  say(`Medusa's own search has ${counts[0]} goods`)
}

import { ChildProcess, fork } from "node:child_process"
import { join } from "node:path"
import { execute, run } from "../children"
import { median } from "../ratios"
import { copyForVanilla, withClient } from "./database"
import { atLeast, Goal } from "./goals"
import type { Market } from "./goods"
import type { Pace } from "./measure"
import { postgresCpu, postmasterOf } from "./processes"
import { Server, startMedusa, VANILLA } from "./servers"

const GOODS = 200
const WAYS = {
  vanilla: "the long way over the cart, Medusa as it comes",
  long: "the long way over the cart, ours",
  one: "POST /store/checkout",
} as const

type Way = keyof typeof WAYS
type Round = { per_second: number; node_cpu_ms: number; postgres_cpu_ms: number | null; statements: number }
export type CheckoutFigures = { ways: Array<Round & { name: string }>; goals: Goal[] }

const ADDRESS = {
  first_name: "Dilnoza",
  phone: "+998901112233",
  address_1: "Navoiy 1",
  city: "Toshkent",
  country_code: "uz",
}

/**
 * Whole checkouts of one basket, in one call and over the cart, against Medusa as it comes in a process of its own, in turns
 * (express-client.cjs is the shopper). Medians of the rounds.
 */
export async function benchCheckouts(
  env: NodeJS.ProcessEnv,
  databaseUrl: string,
  pace: Pace
): Promise<CheckoutFigures> {
  const market = await execute<Market>("./bench/store/goods.ts", env, [String(GOODS)])
  const copy = await copyForVanilla(databaseUrl, market, "vanilla")
  const vanillaEnv = { ...env, DATABASE_URL: copy }
  await run(["db:migrate", "--execute-all-links", "--execute-all-search"], vanillaEnv, VANILLA)
  const servers: Server[] = []
  const worker = fork(join(__dirname, "../express-client.cjs"))
  try {
    const vanilla = await startMedusa(vanillaEnv, VANILLA)
    servers.push(vanilla)
    const ours = await startMedusa(env)
    servers.push(ours)
    const option_id = await optionOf(databaseUrl)
    const goods = { variant_id: "variant_b1_1", option_id, region_id: market.region_id, address: ADDRESS }
    const order = (server: Server, kind: string, provider_id: string) => ({
      server,
      order: { kind, url: server.url, key: market.one_channel, goods: { ...goods, provider_id } },
    })
    const orders: Record<Way, ReturnType<typeof order>> = {
      vanilla: order(vanilla, "long", "pp_system_default"),
      long: order(ours, "long", "pp_payme_payme"),
      one: order(ours, "one", "pp_payme_payme"),
    }
    const postmaster = await postmasterOf(databaseUrl)
    // Medusa makes the guest's customer twice, and fails, when two carts name one at once: the first comes alone.
    for (const { server, order } of Object.values(orders)) {
      await shop(worker, server, { ...order, width: 1, milliseconds: 1 })
    }
    const rounds: Record<Way, Round[]> = { vanilla: [], long: [], one: [] }
    for (let round = 0; round <= pace.rounds; round++) {
      for (const way of Object.keys(WAYS) as Way[]) {
        const done = await shop(worker, orders[way].server, { ...orders[way].order, ...pace }, postmaster)
        // The first round only warms up.
        if (round > 0) {
          rounds[way].push(done)
        }
      }
    }
    return summed(rounds)
  } finally {
    worker.kill()
    await Promise.all(servers.map((server) => server.stop()))
  }
}

/** A courier of the company that sells the first good. */
function optionOf(databaseUrl: string): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select o.id from shipping_option o join product_shipping_profile p on p.shipping_profile_id = o.shipping_profile_id
        where p.product_id = 'prod_b1' order by o.name limit 1`
    )
    return rows[0].id
  })
}

async function shop(
  worker: ChildProcess,
  server: Server,
  order: object,
  postmaster?: number
): Promise<Round> {
  const look = async () => ({ ...(await server.probe()), postgres: postmaster && postgresCpu(postmaster) })
  const before = await look()
  const { checkouts, milliseconds } = await new Promise<{ checkouts: number; milliseconds: number }>(
    (resolve, reject) => {
      worker.once("message", (message: { checkouts: number; milliseconds: number; error?: string }) =>
        message.error === undefined ? resolve(message) : reject(new Error(message.error))
      )
      worker.send(order)
    }
  )
  const after = await look()
  return {
    per_second: (checkouts * 1_000) / milliseconds,
    node_cpu_ms: (after.cpu_us - before.cpu_us) / 1_000 / checkouts,
    postgres_cpu_ms: after.postgres === undefined ? null : (after.postgres - before.postgres!) / checkouts,
    statements: (after.statements - before.statements) / checkouts,
  }
}

function summed(rounds: Record<Way, Round[]>): CheckoutFigures {
  const middle = (way: Way, pick: (round: Round) => number | null) =>
    median(rounds[way].map((round) => pick(round) ?? NaN))
  const ways = (Object.keys(WAYS) as Way[]).map((way) => ({
    name: WAYS[way],
    per_second: middle(way, (round) => round.per_second),
    node_cpu_ms: middle(way, (round) => round.node_cpu_ms),
    postgres_cpu_ms:
      rounds[way][0].postgres_cpu_ms === null ? null : middle(way, (round) => round.postgres_cpu_ms),
    statements: middle(way, (round) => round.statements),
  }))
  const per = (way: Way) => middle(way, (round) => round.per_second)
  return {
    ways,
    goals: [
      atLeast("checkouts in one call : Medusa's long way", per("one") / per("vanilla"), 5),
      atLeast("our long way : Medusa's long way", per("long") / per("vanilla")),
    ],
  }
}

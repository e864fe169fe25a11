import { Agent, request } from "node:http"
import { Client } from "pg"
import { startFloor } from "./floor"
import { AMOUNT_TIYIN, CALLS, GatewayCall } from "./gateway-calls"
import { median, throughput } from "./ratios"

const WIDTH = 8
const ROUNDS = 5
const PER_ROUND = 400

export type GatewayFigure = { label: string; ours: number; floor: number }

/**
 * The calls that providers make most against the floor, in turns: calls per second over eight connections, and their
 * ratio. A call that stores something gets a payable of its own each time.
 */
export async function benchGateways(databaseUrl: string, serverUrl: string): Promise<GatewayFigure[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const floor = await startFloor(databaseUrl)
  const figures = CALLS.map(({ label }) => ({ label, ours: [] as number[], floor: [] as number[] }))
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [index, call] of CALLS.entries()) {
        const references = await openPayables(client, PER_ROUND * 2)
        const ours = await measure(call, serverUrl + call.path, references.slice(0, PER_ROUND))
        const plain = await measure(
          call,
          floor.url + (call.stores ? "/store" : "/look"),
          references.slice(PER_ROUND)
        )
        // The first round only warms up.
        if (round > 0) {
          figures[index].ours.push(ours)
          figures[index].floor.push(plain)
        }
      }
    }
  } finally {
    await floor.stop()
    await client.end()
  }
  return figures.map(({ label, ours, floor }) => ({ label, ours: median(ours), floor: median(floor) }))
}

async function openPayables(client: Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ reference: string }>(
    `insert into gateway_payable (id, reference, order_group_id, provider_id, provider_ids, amount_tiyin, currency_code,
            expires_at)
     select 'pbl_' || gen_random_uuid(), (random() * 8999999999 + 1000000000)::bigint::text, 'bench_' || gen_random_uuid(),
            'pp_payme_payme', array['pp_payme_payme', 'pp_click_click', 'pp_uzum_uzum'], $2, 'uzs',
            now() + interval '1 hour' from generate_series(1, $1)
     on conflict do nothing returning reference`,
    [count, AMOUNT_TIYIN]
  )
  return rows.map(({ reference }) => reference)
}

async function measure(call: GatewayCall, url: string, references: string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH })
  const isFloor = !url.includes("/hooks/")
  const perSecond = await throughput(WIDTH, references.length, (index) => {
    const body = isFloor
      ? JSON.stringify({ reference: references[index] })
      : call.body(references[index], index)
    return post(agent, url, isFloor ? {} : call.headers, body, isFloor ? '"done"' : call.good)
  })
  agent.destroy()
  return perSecond
}

function post(agent: Agent, url: string, headers: Record<string, string>, body: string, good: string) {
  return new Promise<void>((resolve, reject) => {
    const req = request(url, { agent, method: "POST", headers }, (res) => {
      let text = ""
      res.on("data", (chunk: Buffer) => (text += chunk.toString()))
      res.on("end", () => (text.includes(good) ? resolve() : reject(new Error(`${url}: ${text}`))))
    })
    req.on("error", reject)
    req.end(body)
  })
}

import { Agent, request } from "node:http"
import { Client } from "pg"
import { paymeId } from "../scripts/support/payme-caller"
import { startFloor } from "./floor"
import { median, throughput } from "./ratios"

const WIDTH = 8
const ROUNDS = 5
const CALLS = 400

type Target = { url: string; authorization: string }

/**
 * Payme's two hottest calls against the floor, in turns: calls per second over eight connections, and their ratio.
 * Each CreateTransaction gets a payable of its own, as in life.
 */
export async function benchPayme(databaseUrl: string, server: { url: string; key: string }) {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const floor = await startFloor(databaseUrl)
  const ours: Target = {
    url: `${server.url}/hooks/payme`,
    authorization: `Basic ${Buffer.from(`Paycom:${server.key}`).toString("base64")}`,
  }
  const plain: Target = { url: floor.url, authorization: "" }
  const figures: Record<string, number[]> = { checkOurs: [], checkFloor: [], createOurs: [], createFloor: [] }
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const references = await openPayables(client, CALLS * 2)
      const results = {
        checkOurs: await measure(ours, "CheckPerformTransaction", references.slice(0, CALLS)),
        checkFloor: await measure(plain, "CheckPerformTransaction", references.slice(0, CALLS)),
        createOurs: await measure(ours, "CreateTransaction", references.slice(0, CALLS)),
        createFloor: await measure(plain, "CreateTransaction", references.slice(CALLS)),
      }
      // The first round only warms up.
      if (round > 0) {
        Object.entries(results).forEach(([name, value]) => figures[name].push(value))
      }
    }
  } finally {
    await floor.stop()
    await client.end()
  }
  return Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, median(values)]))
}

async function openPayables(client: Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ reference: string }>(
    `insert into gateway_payable (id, reference, order_group_id, provider_id, amount_tiyin, currency_code, expires_at)
     select 'pbl_' || gen_random_uuid(), (random() * 8999999999 + 1000000000)::bigint::text, 'bench_' || gen_random_uuid(),
            'pp_payme_payme', 1000000, 'uzs', now() + interval '1 hour' from generate_series(1, $1)
     on conflict do nothing returning reference`,
    [count]
  )
  return rows.map(({ reference }) => reference)
}

async function measure(target: Target, method: string, references: string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH })
  const perSecond = await throughput(WIDTH, references.length, (index) => {
    const params = {
      id: paymeId(),
      time: Date.now(),
      amount: 1_000_000,
      account: { order_id: references[index] },
    }
    return post(agent, target, JSON.stringify({ method, params, id: index }))
  })
  agent.destroy()
  return perSecond
}

function post(agent: Agent, { url, authorization }: Target, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const req = request(
      url,
      { agent, method: "POST", headers: { authorization, "content-type": "text/json" } },
      (res) => {
        let text = ""
        res.on("data", (chunk: Buffer) => (text += chunk.toString()))
        res.on("end", () => (text.includes('"result"') ? resolve() : reject(new Error(text))))
      }
    )
    req.on("error", reject)
    req.end(body)
  })
}

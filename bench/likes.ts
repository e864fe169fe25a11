import { Agent, createServer, request } from "node:http"
import { AddressInfo } from "node:net"
import { Pool } from "pg"
import { signToken } from "../src/lib/signed-token"
import { GOODS, LikesData } from "./likes-data"
import { median, throughput } from "./ratios"

const WIDTH = 8
const ROUNDS = 5
const PER_ROUND = 400

/** Calls per second. */
export type LikesFigure = { like: number; unlike: number; list: number; floor: number }

/**
 * Likes among a million, over HTTP and eight connections, in turns with a plain node:http + pg server that runs the one INSERT … ON
 * CONFLICT of the same table. Every call is another visitor's; goods are spread evenly.
 */
export async function benchLikes(input: {
  databaseUrl: string
  serverUrl: string
  secret: string
  data: LikesData
}): Promise<LikesFigure> {
  const floor = await startFloor(input.databaseUrl)
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH })
  const times = { like: [] as number[], unlike: [] as number[], list: [] as number[], floor: [] as number[] }
  const url = `${input.serverUrl}/store/likes`
  const headersOf = (visitor: string) => ({
    "content-type": "application/json",
    "x-publishable-api-key": input.data.publishable_key,
    "x-visitor-token": signToken(input.secret, "visitor", { v: visitor }),
  })
  let serial = 0
  const product = (index: number) => `prod_bench${1 + ((index * 13) % GOODS)}`
  const call = (method: string, address: string, visitor: string, body?: object) =>
    send(agent, method, address, headersOf(visitor), body ? JSON.stringify(body) : undefined)
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const from = serial
      serial += PER_ROUND
      const visitor = (index: number) => `vis_new${from + index}`
      const works: Record<keyof typeof times, (index: number) => Promise<void>> = {
        like: (index) => call("POST", url, visitor(index), { product_id: product(from + index) }),
        floor: (index) =>
          call("POST", floor.url, `vis_floor${from + index}`, { product_id: product(from + index) }),
        list: (index) => call("GET", url, `vis_bench${from + index}`),
        unlike: (index) => call("DELETE", `${url}/${product(from + index)}`, visitor(index)),
      }
      for (const [name, work] of Object.entries(works) as Array<[keyof typeof times, typeof works.like]>) {
        const perSecond = await throughput(WIDTH, PER_ROUND, work)
        // The first round only warms up.
        if (round > 0) {
          times[name].push(perSecond)
        }
      }
    }
  } finally {
    agent.destroy()
    await floor.stop()
  }
  return {
    like: median(times.like),
    unlike: median(times.unlike),
    list: median(times.list),
    floor: median(times.floor),
  }
}

async function startFloor(databaseUrl: string) {
  const pool = new Pool({ connectionString: databaseUrl, max: 20 })
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on("data", (chunk: Buffer) => chunks.push(chunk))
    req.on("end", () => {
      const { product_id } = JSON.parse(Buffer.concat(chunks).toString()) as { product_id: string }
      void pool
        .query("insert into product_like (owner_id, product_id) values ($1, $2) on conflict do nothing", [
          String(req.headers["x-visitor-token"]),
          product_id,
        ])
        .then(() => res.setHeader("content-type", "application/json").end('{"done":true}'))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close()
      await pool.end()
    },
  }
}

function send(
  agent: Agent,
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: string
): Promise<void> {
  return new Promise((resolve, reject) => {
    const req = request(url, { agent, method, headers }, (res) => {
      let text = ""
      res.on("data", (chunk: Buffer) => (text += chunk.toString()))
      res.on("end", () => (res.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${text}`))))
    })
    req.on("error", reject)
    req.end(body)
  })
}

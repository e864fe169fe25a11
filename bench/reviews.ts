import { Agent, createServer, get } from "node:http"
import { AddressInfo } from "node:net"
import { Pool } from "pg"
import { median, throughput } from "./ratios"
import { GOODS } from "./reviews-data"

const WIDTH = 8
const ROUNDS = 5
const PER_ROUND = 400
const PAGE = 20

/** Calls per second. */
export type ReviewsFigure = { newest: number; helpful: number; floor: number }

/**
 * Pages of twenty among 100 000 reviews, over HTTP and eight connections, in turns with a plain node:http + pg server that
 * runs one indexed SELECT of the same rows.
 */
export async function benchReviews(input: {
  databaseUrl: string
  serverUrl: string
  publishable_key: string
}): Promise<ReviewsFigure> {
  const floor = await startFloor(input.databaseUrl)
  const agent = new Agent({ keepAlive: true, maxSockets: WIDTH })
  const headers = { "x-publishable-api-key": input.publishable_key }
  const product = (index: number) => `prod_rev${1 + ((index * 37) % GOODS)}`
  const page = (order: string) => (index: number) =>
    read(
      agent,
      `${input.serverUrl}/store/products/${product(index)}/reviews?limit=${PAGE}&order=${order}`,
      headers
    )
  const works = {
    newest: page("-created_at"),
    helpful: page("helpful"),
    floor: (index: number) => read(agent, `${floor.url}/${product(index)}`, headers),
  }
  const times = { newest: [] as number[], helpful: [] as number[], floor: [] as number[] }
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, work] of Object.entries(works) as Array<[keyof typeof times, typeof works.floor]>) {
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
  return { newest: median(times.newest), helpful: median(times.helpful), floor: median(times.floor) }
}

const SELECT = `select id, stars, title, text, pros, cons, quality_stars, match_stars, delivery_stars, locale, helpful_count,
    reply_text, reply_at, created_at, variant_title, edited_at
  from product_review where product_id = $1 and status in ('approved', 'reported') and deleted_at is null
 order by created_at desc, id desc limit ${PAGE}`

async function startFloor(databaseUrl: string) {
  const pool = new Pool({ connectionString: databaseUrl, max: 20 })
  const server = createServer((req, res) => {
    void pool
      .query(SELECT, [req.url!.slice(1)])
      .then(({ rows }) =>
        res.setHeader("content-type", "application/json").end(JSON.stringify({ reviews: rows }))
      )
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

/** Reads an answer, which has reviews in it. */
function read(agent: Agent, url: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const req = get(url, { agent, headers }, (res) => {
      let text = ""
      res.on("data", (chunk: Buffer) => (text += chunk.toString()))
      res.on("end", () =>
        res.statusCode === 200 && text.includes("prev_rev") ? resolve() : reject(new Error(`${url}: ${text}`))
      )
    })
    req.on("error", reject)
  })
}

export function printReviews({ newest, helpful, floor }: ReviewsFigure): void {
  const row = (what: string, perSecond: number) =>
    console.log(
      `  ${what.padEnd(50)}${`${perSecond.toFixed(0)} /s`.padStart(12)}${`${floor.toFixed(0)} /s`.padStart(14)}${`${(perSecond / floor).toFixed(2)} ×`.padStart(10)}`
    )
  console.log()
  row("review listing, newest first (one SELECT)", newest)
  row("review listing, most helpful first", helpful)
}

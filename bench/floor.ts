import { createServer, Server } from "node:http"
import { AddressInfo } from "node:net"
import { Pool } from "pg"

/**
 * The floor that Payme's routes are measured against: plain node:http and pg, no framework, no checks; it runs only the
 * statements that CheckPerformTransaction and CreateTransaction cannot do without.
 */
export async function startFloor(databaseUrl: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const pool = new Pool({ connectionString: databaseUrl, max: 20 })
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on("data", (chunk: Buffer) => chunks.push(chunk))
    req.on("end", () => {
      const call = JSON.parse(Buffer.concat(chunks).toString()) as Call
      const answer = call.method === "CreateTransaction" ? create(pool, call) : check(pool, call)
      void answer.then((result) => {
        res.setHeader("content-type", "application/json")
        res.end(JSON.stringify({ result, id: call.id }))
      })
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

type Call = {
  method: string
  id: number
  params: { id: string; time: number; amount: number; account: { order_id: string } }
}

async function check(pool: Pool, { params }: Call) {
  await pool.query("select * from gateway_payable where reference = $1", [params.account.order_id])
  return { allow: true }
}

async function create(pool: Pool, { params }: Call) {
  const client = await pool.connect()
  const now = Date.now()
  try {
    await client.query("begin")
    const { rows } = await client.query("select id from gateway_payable where reference = $1 for update", [
      params.account.order_id,
    ])
    await client.query("select * from gateway_transaction where external_id = $1 or payable_id = $2", [
      params.id,
      rows[0].id,
    ])
    await client.query(
      `insert into gateway_transaction (id, provider_id, external_id, payable_id, state, account, amount_tiyin, provider_time, create_time)
       values ($1, 'pp_payme_floor', $2, $3, 1, $4, $5, $6, $7)`,
      [
        `gtx_${params.id}`,
        params.id,
        rows[0].id,
        JSON.stringify(params.account),
        params.amount,
        params.time,
        now,
      ]
    )
    await client.query("commit")
  } finally {
    client.release()
  }
  return { create_time: now, transaction: params.id, state: 1 }
}

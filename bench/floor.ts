import { randomUUID } from "node:crypto"
import { createServer, Server } from "node:http"
import { AddressInfo } from "node:net"
import { Pool } from "pg"

/**
 * The floor that the payment routes are measured against: plain node:http and pg, no framework, no checks. `/look` runs
 * the one statement that a check cannot do without, `/store` those of a call that locks, looks and writes.
 */
export async function startFloor(databaseUrl: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const pool = new Pool({ connectionString: databaseUrl, max: 20 })
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on("data", (chunk: Buffer) => chunks.push(chunk))
    req.on("end", () => {
      const { reference } = JSON.parse(Buffer.concat(chunks).toString()) as { reference: string }
      void (req.url === "/store" ? store(pool, reference) : look(pool, reference)).then(() => {
        res.setHeader("content-type", "application/json")
        res.end('{"done":true}')
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

async function look(pool: Pool, reference: string): Promise<void> {
  await pool.query("select * from gateway_payable where reference = $1", [reference])
}

async function store(pool: Pool, reference: string): Promise<void> {
  const client = await pool.connect()
  const id = randomUUID()
  try {
    await client.query("begin")
    const { rows } = await client.query("select id from gateway_payable where reference = $1 for update", [
      reference,
    ])
    await client.query("select * from gateway_transaction where external_id = $1 or payable_id = $2", [
      id,
      rows[0].id,
    ])
    await client.query(
      `insert into gateway_transaction (id, provider_id, external_id, payable_id, state, account, amount_tiyin,
              provider_time, create_time)
       values ($1, 'pp_floor_floor', $2, $3, 1, '{}', 1000000, $4, $4)`,
      [`gtx_${id}`, id, rows[0].id, Date.now()]
    )
    await client.query("commit")
  } finally {
    client.release()
  }
}

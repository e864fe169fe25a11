/**
 * The floor: plain node:http and pg, no framework and no checks. One indexed SELECT of twenty ready documents, joined to an
 * answer (`/list?offset=`), or of one (`/detail?offset=`).
 */
const { Buffer } = require("node:buffer")
const { createServer } = require("node:http")
const { URL } = require("node:url")
const { Pool } = require("pg")

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 20 })
const LIST = { name: "list", text: "select body from bench_document where rank >= $1 order by rank limit 20" }
const DETAIL = { name: "detail", text: "select body from bench_document where rank = $1" }

const server = createServer((req, res) => {
  const { pathname, searchParams } = new URL(req.url, "http://floor")
  const statement = pathname === "/list" ? LIST : DETAIL
  pool
    .query({ ...statement, values: [Number(searchParams.get("offset") ?? 0)] })
    .then(({ rows }) => {
      const body = Buffer.from(
        `{"products":[${rows.map((row) => row.body).join(",")}],"count":2000,"offset":0,"limit":20}`
      )
      res.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length })
      res.end(body)
    })
    .catch((error) => res.writeHead(500).end(String(error)))
})
server.listen(Number(process.env.PORT), "127.0.0.1")
process.on("SIGTERM", () => process.exit(0))

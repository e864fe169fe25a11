/**
 * Calls an address over several connections for a while, in a process of its own, so that the server has its own to itself.
 * Answers how many calls there were, and in how many milliseconds.
 */
const { Agent, get } = require("node:http")
const { performance } = require("node:perf_hooks")

process.on("message", async ({ url, headers, width, milliseconds }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  const call = () =>
    new Promise((resolve, reject) => {
      const req = get(url, { agent, headers }, (res) => {
        res.on("data", () => undefined)
        res.on("end", () =>
          res.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${res.statusCode}`))
        )
      })
      req.on("error", reject)
    })
  const startedAt = performance.now()
  let calls = 0
  const connection = async () => {
    while (performance.now() - startedAt < milliseconds) {
      await call()
      calls++
    }
  }
  try {
    await Promise.all(Array.from({ length: width }, connection))
    process.send({ calls, milliseconds: performance.now() - startedAt })
  } catch (error) {
    process.send({ error: String(error) })
  }
  agent.destroy()
})

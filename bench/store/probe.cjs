/**
 * Preloaded into a measured server: it counts the statements that are sent to PostgreSQL (BEGIN and COMMIT too), whatever
 * library sends them, and answers that and the process's own processor time at a port of its own.
 */
const Module = require("node:module")
const { createServer } = require("node:http")
const { isMainThread } = require("node:worker_threads")

let statements = 0
const counted = new WeakSet()
const load = Module._load
Module._load = function (name, ...rest) {
  const loaded = load.call(this, name, ...rest)
  if (name === "pg" && loaded.Client && !counted.has(loaded.Client)) {
    counted.add(loaded.Client)
    const { query } = loaded.Client.prototype
    loaded.Client.prototype.query = function (...asked) {
      statements++
      return query.apply(this, asked)
    }
  }
  return loaded
}

if (isMainThread && process.env.BENCH_PROBE_PORT) {
  const server = createServer((_, res) => {
    const { user, system } = process.cpuUsage()
    res.end(JSON.stringify({ statements, cpu_us: user + system, memory: process.memoryUsage.rss() }))
  })
  // A child of the server that inherits the environment finds the port taken.
  server.on("error", () => undefined)
  server.listen(Number(process.env.BENCH_PROBE_PORT), "127.0.0.1")
  server.unref()
}

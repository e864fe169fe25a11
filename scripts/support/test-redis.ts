import { spawn } from "node:child_process"
import { createConnection } from "node:net"
import { tmpdir } from "node:os"

import { freePort } from "./free-port"
import { endChild } from "./medusa"
import { PlainError } from "./plain-error"
import { waitUntil } from "./processes"

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" })
    socket.once("connect", () => socket.end("PING\r\n"))
    socket.once("data", (reply) => resolve(reply.toString().startsWith("+PONG")))
    socket.once("error", () => resolve(false))
  })
}

/**
 * Lends `use` a Redis of its own that keeps nothing, and ends it whatever happens.
 * @throws {PlainError} when no `redis-server` is installed
 */
export async function withTestRedis<T>(use: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort()
  const flags = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
    "--dir",
    tmpdir(),
  ]
  const child = spawn("redis-server", flags, { stdio: "ignore", detached: true })
  let isMissing = false
  child.once("error", () => (isMissing = true))
  try {
    const deadline = Date.now() + 10_000
    while (!(await answers(port))) {
      if (isMissing || Date.now() > deadline) {
        throw new PlainError(
          "TEST_REDIS: there is no redis-server that starts (Debian, Ubuntu: apt-get install redis-server)"
        )
      }
      await waitUntil(() => isMissing, 100)
    }
    return await use(`redis://127.0.0.1:${port}`)
  } finally {
    await endChild(child, 5_000)
  }
}

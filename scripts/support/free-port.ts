import { createServer } from "node:net"

function probe(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject)
    server.listen(port, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })
}

/** A loopback port that nobody has at this moment: the wished-for one, if it is among those. */
export function freePort(wished = 0): Promise<number> {
  return probe(wished > 65535 ? 0 : wished).catch((error: Error) => {
    if (wished === 0) {
      throw error
    }
    return probe(0)
  })
}

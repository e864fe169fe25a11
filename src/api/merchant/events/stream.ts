import { Server } from "node:net"
import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** How long a page waits before it opens the next stream. */
const RETRY_MS = 3000

/** Writes server-sent events to an answer. Nothing on the way may keep or compress them: they would wait for more. */
export function eventStream(req: MedusaRequest, res: MedusaResponse) {
  const write = (text: string) => {
    res.write(text)
    // Where a compression of the answer is on all the same.
    ;(res as { flush?: () => void }).flush?.()
  }
  return {
    start() {
      res.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      })
      write(`retry: ${RETRY_MS}\n\n`)
    },
    send: (event: string, data: unknown) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    ping: () => write(": ping\n\n"),
    end: () => void res.end(),
    // A server that shuts down stops listening and waits for its open answers, of which this is one.
    isServing: () => (req.socket as unknown as { server?: Server }).server?.listening ?? true,
  }
}

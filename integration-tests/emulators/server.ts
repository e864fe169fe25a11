import { createServer, IncomingMessage, Server, ServerResponse } from "node:http"
import { AddressInfo } from "node:net"

/** A server on this machine that stands for a provider's side. */
export abstract class EmulatorServer {
  private server: Server | null = null

  protected abstract serve(req: IncomingMessage, res: ServerResponse): Promise<void>

  /** @returns the emulator's address */
  async listen(port = 0): Promise<string> {
    const server = createServer((req, res) => {
      this.serve(req, res).catch((error: unknown) => {
        res.writeHead(500).end(String(error))
      })
    })
    this.server = server
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
    return this.address
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(null))
  }
}

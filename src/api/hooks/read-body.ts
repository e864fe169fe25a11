import { IncomingMessage } from "node:http"

/**
 * The raw text of a request's body, whatever its content type says: providers send `text/json` and worse, and a parser
 * that refuses would answer in Medusa's words instead of the protocol's.
 * @returns null when the body is larger than `limit` bytes
 */
export async function readBody(req: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += (chunk as Buffer).length
    if (size <= limit) {
      chunks.push(chunk as Buffer)
    }
    if (size > limit * 16) {
      // Somebody pours; stop listening instead of counting for ever.
      req.destroy()
      return null
    }
  }
  return size > limit ? null : Buffer.concat(chunks).toString("utf8")
}

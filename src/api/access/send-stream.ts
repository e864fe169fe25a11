import { once } from "node:events"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { MedusaResponse } from "@medusajs/framework/http"
import { notFound } from "../../lib/errors"

export type StreamedFile = { stream: Readable; file_name: string; mime_type: string; size?: number }

/**
 * Streams a private file as a download. It may be a stranger's: nothing on the way keeps it, no browser guesses that it is
 * something else, or runs what stands in it.
 * @throws {MedusaError} 404 when the storage does not have it
 */
export async function sendStream(res: MedusaResponse, file: StreamedFile): Promise<void> {
  try {
    // An answer that has begun cannot be taken back, so the first bytes are waited for.
    await once(file.stream, "readable")
  } catch {
    throw notFound("File", file.file_name)
  }
  res.setHeader("content-type", file.mime_type)
  if (file.size !== undefined) {
    res.setHeader("content-length", String(file.size))
  }
  res.setHeader("content-disposition", dispositionOf(file.file_name))
  res.setHeader("x-content-type-options", "nosniff")
  res.setHeader("content-security-policy", "default-src 'none'; sandbox")
  res.setHeader("cache-control", "private, no-store")
  // A reader who goes away in the middle has lost nothing.
  await pipeline(file.stream, res).catch(() => undefined)
}

/** The name in letters that every browser reads, and as it is (RFC 6266). */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_")
  // By way of bytes, because half of a letter cannot be written in an address.
  const whole = encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

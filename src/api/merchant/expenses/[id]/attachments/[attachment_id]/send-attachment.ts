import { once } from "node:events"
import { pipeline } from "node:stream/promises"
import { MedusaResponse } from "@medusajs/framework/http"
import { notFound } from "../../../../../../lib/errors"
import { openAttachment } from "../../../../../../workflows/expense"

/**
 * Streams somebody's file as a download. It is a stranger's PDF or a picture: nothing on the way may keep it, no browser
 * may guess that it is something else, or run what stands in it.
 * @throws {MedusaError} 404 when the storage has lost it
 */
export async function sendAttachment(
  res: MedusaResponse,
  file: Awaited<ReturnType<typeof openAttachment>>
): Promise<void> {
  try {
    // An answer that has begun cannot be taken back, so the first bytes are waited for.
    await once(file.stream, "readable")
  } catch {
    throw notFound("File", file.file_name)
  }
  res.setHeader("content-type", file.mime_type)
  res.setHeader("content-length", String(file.size))
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
  const whole = encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

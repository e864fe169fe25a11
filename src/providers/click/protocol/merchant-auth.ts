import { createHash } from "node:crypto"

/**
 * The `Auth` header of the Merchant API (3.1): `user:sha1(timestamp + key):timestamp`.
 * @param now milliseconds since 1970
 */
export function merchantAuth(userId: string, key: string, now: number): string {
  const timestamp = String(Math.floor(now / 1000))
  return `${userId}:${createHash("sha1").update(`${timestamp}${key}`, "utf8").digest("hex")}:${timestamp}`
}

import { createHmac, timingSafeEqual } from "node:crypto"

/**
 * Small signed texts that we hand out and know again: visitors, counted ads. They are readable by whoever has them, and
 * cannot be made by anybody else. A purpose keeps one kind from being taken for another.
 */

const BYTES = 18

function signatureOf(secret: string, purpose: string, body: string): Buffer {
  return createHmac("sha256", `${purpose}:${secret}`).update(body).digest().subarray(0, BYTES)
}

/** The payload and its signature, safe in an address. */
export function signToken(secret: string, purpose: string, payload: unknown): string {
  const body = Buffer.from(JSON.stringify(payload)).toString("base64url")
  return `${body}.${signatureOf(secret, purpose, body).toString("base64url")}`
}

/** The payload of a token that was signed here for this purpose; undefined for anything else. */
export function readToken<Payload>(secret: string, purpose: string, token: unknown): Payload | undefined {
  if (typeof token !== "string" || token.length > 2_000) {
    return undefined
  }
  const [body, signature, ...more] = token.split(".")
  const given = Buffer.from(signature ?? "", "base64url")
  if (!body || more.length > 0 || given.length !== BYTES) {
    return undefined
  }
  if (!timingSafeEqual(given, signatureOf(secret, purpose, body))) {
    return undefined
  }
  try {
    return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Payload
  } catch {
    return undefined
  }
}

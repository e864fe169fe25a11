import { createHash, randomBytes, randomInt } from "node:crypto"

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

/** Random lower-case letters and digits: a tail that makes a name unique, not a secret. */
export function randomLetters(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("")
}

/** Random decimal digits, the first of them not 0. */
export function randomDigits(length: number): string {
  return Array.from({ length }, (_, index) => randomInt(index === 0 ? 1 : 0, 10)).join("")
}

/** An unguessable token, 256 bits, safe in an address. */
export function secretToken(): string {
  return randomBytes(32).toString("base64url")
}

/** SHA-256 in hexadecimal, as secrets are kept. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex")
}

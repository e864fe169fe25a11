import { randomInt, timingSafeEqual } from "node:crypto"
import { sha256 } from "../../../lib/ids"

/** Without 0, O, 1 and I, which people mistake for each other. */
const CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
const KEY_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"

/** Letters of an access key (business rule 4). */
export const ACCESS_KEY_LENGTH = 30

const draw = (letters: string, length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join("")

/** A code that nobody guesses at ten tries a quarter of an hour: eight letters and digits, 40 bits. */
export const drawCode = () => draw(CODE_LETTERS, 8)

/** A new access key: thirty letters and digits, 174 bits. */
export const drawAccessKey = () => draw(KEY_LETTERS, ACCESS_KEY_LENGTH)

/** A code as it is kept: upper case, without spaces. What is no code comes back as something that no company has. */
export function normalCode(typed: string): string {
  return typed.replace(/\s/g, "").toUpperCase()
}

/** Whether a code has its one format: 5 to 12 of A–Z and 0–9 (business rule 4). */
export function isCode(code: string): boolean {
  return /^[A-Z0-9]{5,12}$/.test(code)
}

/**
 * Whether an access key is the one whose digest is kept. Without a digest none is asked for; the work is the same either
 * way, so that its time tells nothing.
 */
export function fitsKey(given: string | null | undefined, digest: string | null): boolean {
  const of = sha256(given ?? "")
  return timingSafeEqual(Buffer.from(of), Buffer.from(digest ?? of))
}

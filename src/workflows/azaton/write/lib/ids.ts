import { randomFillSync } from "node:crypto"

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const TIME_LETTERS = 10
const RANDOM_LETTERS = 16

const pool = Buffer.alloc(RANDOM_LETTERS * 1024)
let used = pool.length

/** Milliseconds as the first ten letters of a ULID; the same until the clock goes on. */
let stamped = { at: -1, letters: "" }

function timeLetters(at: number): string {
  if (stamped.at !== at) {
    let [rest, letters] = [at, ""]
    for (let index = 0; index < TIME_LETTERS; index += 1) {
      letters = ALPHABET[rest % 32] + letters
      rest = Math.floor(rest / 32)
    }
    stamped = { at, letters }
  }
  return stamped.letters
}

/**
 * An id of Medusa's kind, a prefix and a ULID. Medusa's own `generateEntityId` asks the operating system sixteen times for
 * each; an order with its lines has some forty ids, and that took longer than writing them.
 */
export function drawId(prefix: string): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let letters = ""
  for (const end = used + RANDOM_LETTERS; used < end; used += 1) {
    letters += ALPHABET[pool[used] & 31]
  }
  return `${prefix}_${timeLetters(Date.now())}${letters}`
}

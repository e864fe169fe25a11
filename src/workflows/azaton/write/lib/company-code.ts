import { randomInt } from "node:crypto"

/** Without 0, O, 1 and I, which people mistake for each other. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

/** A code for a private company that had none: eight letters and digits that nobody guesses. */
export function drawCompanyCode(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("")
}

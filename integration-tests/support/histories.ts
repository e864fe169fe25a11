/**
 * How many random histories of money are run: few in `npm test`, hundreds in CI (`HISTORIES=200`, twice). `TELL=1` prints what
 * happened in each.
 */
export const HISTORIES = Number(process.env.HISTORIES ?? 15)
export const TELL = process.env.TELL === "1"
export const BATCH = 125

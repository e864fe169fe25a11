/** The market's clock: days, years and printed times are those of Tashkent, wherever the server stands. */
export const TIME_ZONE = "Asia/Tashkent"

const PARTS = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
})

/** Year, month, day, hour and minute of an instant in Tashkent, as text with leading zeros. */
export function tashkentParts(at: Date) {
  const parts = Object.fromEntries(PARTS.formatToParts(at).map(({ type, value }) => [type, value]))
  const { year, month, day, hour, minute } = parts
  return { year, month, day, hour, minute }
}

/** The year of an instant in Tashkent: receipts are numbered by it. */
export function tashkentYear(at: Date): number {
  return Number(tashkentParts(at).year)
}

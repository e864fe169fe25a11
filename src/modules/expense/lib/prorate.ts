/** How often a recurring expense comes back. */
export const PERIODS = ["week", "month", "year"] as const
export type Period = (typeof PERIODS)[number]

const DAY_MS = 86_400_000

/** A calendar day (`2026-11-21`) as days since 1 January 1970: days can be counted and compared. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

/** A number of days since 1 January 1970 as a calendar day. */
export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** A calendar period by the numbers of its first day and of the first day after it. */
export type Span = { start: number; next: number }

/** The calendar period a day lies in: Monday to Sunday, the month, the year. */
export function periodAround(period: Period, day: number): Span {
  if (period === "week") {
    // 1 January 1970 was a Thursday: the third day after a Monday.
    const start = day - ((((day + 3) % 7) + 7) % 7)
    return { start, next: start + 7 }
  }
  const at = new Date(day * DAY_MS)
  const year = at.getUTCFullYear()
  const month = at.getUTCMonth()
  return period === "month"
    ? { start: Date.UTC(year, month, 1) / DAY_MS, next: Date.UTC(year, month + 1, 1) / DAY_MS }
    : { start: Date.UTC(year, 0, 1) / DAY_MS, next: Date.UTC(year + 1, 0, 1) / DAY_MS }
}

/**
 * What each day of a period bears of the period's amount (business rule 14): the k-th of n days bears
 * round(A·k/n) − round(A·(k−1)/n), halves away from zero, so that all of them together bear exactly A.
 * @param amount tiyin, 0 or more
 */
export function partsOf(amount: bigint, days: number): bigint[] {
  const n = BigInt(days)
  let before = 0n
  return Array.from({ length: days }, (_, index) => {
    const until = (2n * amount * BigInt(index + 1) + n) / (2n * n)
    const part = until - before
    before = until
    return part
  })
}

/** What reports need of a recurring expense. */
export type Recurring = {
  /** Tiyin of one whole period. */
  amount_tiyin: bigint
  period: Period
  /** First and last day, both included; without an end it goes on. */
  starts_on: string
  ends_on: string | null
  /** First day of a period → tiyin of that whole period; null is a period that is skipped. */
  changes: ReadonlyMap<string, bigint | null>
}

/** What a period costs as a whole: its change, or the usual amount. Null: it is skipped. */
export function amountOf({ amount_tiyin, changes }: Recurring, periodStart: string): bigint | null {
  const change = changes.get(periodStart)
  return change === undefined ? amount_tiyin : change
}

/**
 * Spreads a recurring expense over the days of a report. Days outside its life bear nothing: a rent that begins on the
 * 16th of a month of 30 days costs that month what its last 15 days bear.
 * @param from first day of the report, by its number; `to` is the last one, included
 * @param bear called period after period with the first of its days that counts, and what that one and those after it bear
 */
export function spread(
  recurring: Recurring,
  { from, to }: { from: number; to: number },
  bear: (day: number, parts: readonly bigint[]) => void
): void {
  const first = Math.max(from, dayNumber(recurring.starts_on))
  const last = recurring.ends_on === null ? to : Math.min(to, dayNumber(recurring.ends_on))
  const usual = new Map<number, bigint[]>()
  for (let day = first; day <= last;) {
    const { start, next } = periodAround(recurring.period, day)
    const end = Math.min(last + 1, next)
    const amount = amountOf(recurring, dayText(start))
    if (amount !== null && amount !== 0n) {
      const isUsual = amount === recurring.amount_tiyin
      const parts = (isUsual && usual.get(next - start)) || partsOf(amount, next - start)
      if (isUsual) {
        // Over years, few lengths of a period come again and again.
        usual.set(next - start, parts)
      }
      bear(day, day === start && end === next ? parts : parts.slice(day - start, end - start))
    }
    day = end
  }
}

/** Tiyin that a recurring expense costs from one day to another, both included. */
export function costBetween(recurring: Recurring, from: string, to: string): bigint {
  let total = 0n
  spread(recurring, { from: dayNumber(from), to: dayNumber(to) }, (_, parts) => {
    for (const part of parts) {
      total += part
    }
  })
  return total
}

/** The period a day lies in and the ones after it, as far as the expense lives: what is to be paid next. */
export function nextPeriods(
  recurring: Recurring,
  from: string,
  count: number
): Array<{ period_start: string; amount_tiyin: bigint | null }> {
  const end = recurring.ends_on === null ? Infinity : dayNumber(recurring.ends_on)
  const found: Array<{ period_start: string; amount_tiyin: bigint | null }> = []
  let span = periodAround(recurring.period, Math.max(dayNumber(from), dayNumber(recurring.starts_on)))
  while (found.length < count && Math.max(span.start, dayNumber(from)) <= end) {
    const period_start = dayText(span.start)
    found.push({ period_start, amount_tiyin: amountOf(recurring, period_start) })
    span = periodAround(recurring.period, span.next)
  }
  return found
}

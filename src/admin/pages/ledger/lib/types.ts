export type Kind = "sale" | "commission" | "refund" | "payout" | "ad_spend"
export const KINDS: Kind[] = ["sale", "commission", "refund", "payout", "ad_spend"]

export type Day = { day: string; owed_tiyin: number } & Record<`${Kind}_tiyin`, number>

export type Summary = { owed_tiyin: number; balances_tiyin: Record<string, number>; days: Day[] }

export type Entry = {
  id: string
  kind: Kind
  account: string
  occurred_at: string
  memo: string | null
  amount_tiyin: number
  balance_tiyin: number
}
export type Entries = { entries: Entry[]; next_cursor: number | null }

/** Tiyin in so'm. */
export const som = (tiyin: number): number => tiyin / 100

/** The days of the last `count` days, as the API takes them; `today` is a day in Tashkent. */
export function lastDays(today: string, count: number): { from: string; to: string } {
  const first = new Date(Date.parse(`${today}T00:00:00Z`) - (count - 1) * 86_400_000)
  return { from: first.toISOString().slice(0, 10), to: today }
}

/** What each kind of event added in these days. */
export function sumByKind(days: Day[]): Record<Kind, number> {
  return Object.fromEntries(
    KINDS.map((kind) => [kind, days.reduce((sum, day) => sum + day[`${kind}_tiyin`], 0)])
  ) as Record<Kind, number>
}

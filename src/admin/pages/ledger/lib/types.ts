export type Kind = "sale" | "commission" | "refund" | "payout" | "ad_spend"
export const KINDS: Kind[] = ["sale", "commission", "refund", "payout", "ad_spend"]
/** Parts of a summary: beside the kinds of events, what the company took or gave back at its own desk. */
export type Part = Kind | "received"
export const PARTS: Part[] = ["sale", "received", "commission", "refund", "payout", "ad_spend"]

/** What an entry is about: a sale at the company's own desk has one entry that owes and one that was received. */
export const partOf = ({ kind, account }: Pick<Entry, "kind" | "account">): Part =>
  account === "settlement" && kind !== "payout" ? "received" : kind

export type Day = { day: string; owed_tiyin: number } & Record<`${Part}_tiyin`, number>

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

/** What each part added in these days. */
export function sumByPart(days: Day[]): Record<Part, number> {
  return Object.fromEntries(
    PARTS.map((part) => [part, days.reduce((sum, day) => sum + day[`${part}_tiyin`], 0)])
  ) as Record<Part, number>
}

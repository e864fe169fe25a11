import { Denial } from "../types"

export type CountedDenial = {
  minute: string
  action: string
  status_code: number
  error_code: string | null
  address: string
  count: number
}

const FLUSH_MS = 1_000
/** Addresses that are told apart at once; those of a flood that comes from everywhere are counted together. */
const MOST_KEYS = 1_000
export const MANY_ADDRESSES = "many"

/**
 * Counts what nobody was refused, by address, route and minute, and hands the counts on once a second. A flood costs a few
 * rows, and a crash at most the counts of the last second: nothing was written by these requests.
 */
export class DenialCounter {
  private counts = new Map<string, CountedDenial>()
  private timer: NodeJS.Timeout | undefined
  private flushing: Promise<void> = Promise.resolve()

  constructor(private readonly write: (counted: CountedDenial[]) => Promise<void>) {}

  add(denial: Denial): void {
    const known = this.counts.size < MOST_KEYS
    const row: CountedDenial = {
      minute: `${denial.at.slice(0, 16)}:00.000Z`,
      action: denial.action,
      status_code: denial.status_code ?? 0,
      error_code: denial.error_code,
      address: known ? (denial.address ?? "") : MANY_ADDRESSES,
      count: 1,
    }
    const key = [row.minute, row.action, row.status_code, row.error_code, row.address].join("\n")
    const counted = this.counts.get(key)
    if (counted) {
      counted.count += 1
    } else {
      this.counts.set(key, row)
    }
    this.timer ??= setTimeout(() => void this.drain(), FLUSH_MS).unref()
  }

  /** Hands on what has been counted so far. */
  drain(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const counted = [...this.counts.values()]
    this.counts = new Map()
    if (counted.length > 0) {
      this.flushing = this.flushing.then(() => this.write(counted))
    }
    return this.flushing
  }
}

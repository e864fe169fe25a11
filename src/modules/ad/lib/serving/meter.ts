import { dayOf } from "./day"
import { unitMilli } from "./settle"
import { AdIndex, Counted, ShowableAd, Spent } from "./types"

type Reading = {
  /** What the database says, in thousandths of a tiyin. */
  spent: number
  day: string
  day_spent: number
  /** Counted here and not written yet. */
  pending: number
  /** Shown in this interval and in the one before, and not counted yet as far as we know. */
  shown: number
  shown_before: number
}

/**
 * What ads have cost up to this moment, as far as this process can know: what the database said last, what waits to be
 * written, and what has just been shown. Thousandths of a tiyin throughout, the price of one impression.
 */
export class Meter {
  private readonly readings = new Map<string, Reading>()
  private readonly funds = new Map<string, { left: number }>()

  /** Takes over what an index has read: nothing that is known to be spent is unspent by it. */
  adopt(index: AdIndex): void {
    for (const id of this.readings.keys()) {
      if (!index.by_id.has(id)) {
        this.readings.delete(id)
      }
    }
    this.learn(index.spent)
    this.funds.clear()
    for (const [company, tiyin] of index.funds) {
      this.funds.set(company, { left: tiyin * 1_000 })
    }
    for (const ad of index.by_id.values()) {
      this.takeFunds(ad.company_id, this.readings.get(ad.id)?.pending ?? 0)
    }
  }

  /** What the database says now. Answers that overtake each other never lower a figure. */
  learn(spent: Spent[]): void {
    for (const { ad_id, spent_tiyin, day, day_tiyin } of spent) {
      const reading = this.readingOf(ad_id)
      const daySpent = day_tiyin * 1_000
      reading.spent = Math.max(reading.spent, spent_tiyin * 1_000)
      reading.day_spent = reading.day === day ? Math.max(reading.day_spent, daySpent) : daySpent
      reading.day = day
    }
  }

  /** An ad goes out: until it is counted, or an interval has passed, its price counts as spent. */
  show(ad: ShowableAd): void {
    this.readingOf(ad.id).shown += ad.price_model === "cpm" ? unitMilli(ad) : 0
  }

  /** Something has been counted and waits to be written. */
  count(counted: Counted, companyId: string | null): void {
    const cost = costOf(counted)
    const reading = this.readingOf(counted.ad_id)
    reading.pending += cost
    if (counted.kind === "impression") {
      const before = Math.min(reading.shown_before, cost)
      reading.shown_before -= before
      reading.shown = Math.max(0, reading.shown - (cost - before))
    }
    this.takeFunds(companyId, cost)
  }

  /** What waited has been written, or thrown away. */
  written(events: Counted[]): void {
    for (const counted of events) {
      const reading = this.readingOf(counted.ad_id)
      reading.pending = Math.max(0, reading.pending - costOf(counted))
    }
  }

  /** An interval is over: what was shown before the last one will hardly be counted any more. */
  tick(): void {
    for (const reading of this.readings.values()) {
      reading.shown_before = reading.shown
      reading.shown = 0
    }
  }

  /** What an ad has cost in all and today, with what has been shown and not been counted yet; and without that. */
  costs(
    adId: string,
    now: number
  ): { total: number; today: number; counted_total: number; counted_today: number } {
    const reading = this.readings.get(adId)
    if (!reading) {
      return { total: 0, today: 0, counted_total: 0, counted_today: 0 }
    }
    const counted_total = reading.spent + reading.pending
    const counted_today = (reading.day === dayOf(now) ? reading.day_spent : 0) + reading.pending
    const shown = reading.shown + reading.shown_before
    return { total: counted_total + shown, today: counted_today + shown, counted_total, counted_today }
  }

  /** What a company can still pay. */
  fundsOf(companyId: string): number {
    return this.funds.get(companyId)?.left ?? 0
  }

  /** Whether a company's money pays for what was counted; of one that has no ad in the index nothing is known. */
  canPay(counted: Counted, companyId: string | null): boolean {
    const funds = companyId === null ? undefined : this.funds.get(companyId)
    return !funds || costOf(counted) <= Math.max(0, funds.left)
  }

  private takeFunds(companyId: string | null, cost: number): void {
    const funds = companyId === null ? undefined : this.funds.get(companyId)
    if (funds) {
      funds.left -= cost
    }
  }

  private readingOf(adId: string): Reading {
    let reading = this.readings.get(adId)
    if (!reading) {
      reading = { spent: 0, day: "", day_spent: 0, pending: 0, shown: 0, shown_before: 0 }
      this.readings.set(adId, reading)
    }
    return reading
  }
}

function costOf(counted: Counted): number {
  const isPaid = (counted.kind === "click") === (counted.price_model === "cpc") && !counted.is_unpaid
  return isPaid ? unitMilli(counted) : 0
}

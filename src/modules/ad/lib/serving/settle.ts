import { Counted } from "./types"

/** What one impression or one click costs, in thousandths of a tiyin: an impression's price is given for 1 000. */
export function unitMilli(price: { price_model: "cpm" | "cpc"; price_tiyin: number }): number {
  return price.price_model === "cpm" ? price.price_tiyin : price.price_tiyin * 1_000
}

/** An ad's money under its lock, in tiyin; `rest_milli` is what is left over of the last whole tiyin. */
export type Purse = {
  spent_tiyin: number
  total_budget_tiyin: number | null
  daily_budget_tiyin: number | null
  rest_milli: number
}

/** What one day of an ad gains. `free` is the part of it that nobody pays for. */
export type DayGain = {
  day: string
  impressions: number
  clicks: number
  free_impressions: number
  free_clicks: number
  spent_tiyin: number
}

export type Settled = { days: DayGain[]; rest_milli: number; charged_nonces: Set<string> }

/**
 * What counted impressions and clicks of one ad cost: each its price as long as the budgets and the company's money last, and nothing after that. The
 * tiyins of all impressions together are those of their number at their price, rounded down once.
 * @param daySpent what has been spent on a day already, in tiyin
 * @param isRepeated clicks of somebody who has paid for one within the hour cost nothing
 */
export function settle(
  purse: Purse,
  counted: Array<Counted & { day: string }>,
  daySpent: (day: string) => number,
  isRepeated: (click: Counted) => boolean = () => false
): Settled {
  const days = new Map<string, DayGain>()
  const charged_nonces = new Set<string>()
  let rest = purse.rest_milli
  let total = purse.spent_tiyin
  for (const one of counted) {
    const gain = days.get(one.day) ?? emptyDay(one.day)
    days.set(one.day, gain)
    const isPaidKind = (one.kind === "click") === (one.price_model === "cpc")
    const isCharged = isPaidKind && !one.is_unpaid && !(one.kind === "click" && isRepeated(one))
    const price = isCharged ? unitMilli(one) : 0
    const tiyin = Math.floor((rest + price) / 1_000)
    const isWithin =
      isAtMost(total + tiyin, (rest + price) % 1_000, purse.total_budget_tiyin) &&
      isAtMost(daySpent(one.day) + gain.spent_tiyin + tiyin, (rest + price) % 1_000, purse.daily_budget_tiyin)
    if (price > 0 && isWithin) {
      gain.spent_tiyin += tiyin
      total += tiyin
      rest = (rest + price) % 1_000
      charged_nonces.add(one.nonce)
    }
    const isFree = one.price_tiyin > 0 && isPaidKind && !charged_nonces.has(one.nonce)
    gain[one.kind === "click" ? "clicks" : "impressions"] += 1
    gain[one.kind === "click" ? "free_clicks" : "free_impressions"] += isFree ? 1 : 0
  }
  return { days: [...days.values()], rest_milli: rest, charged_nonces }
}

function isAtMost(tiyin: number, milli: number, budget: number | null): boolean {
  return budget === null || tiyin < budget || (tiyin === budget && milli === 0)
}

function emptyDay(day: string): DayGain {
  return { day, impressions: 0, clicks: 0, free_impressions: 0, free_clicks: 0, spent_tiyin: 0 }
}

import { AdErrors } from "../errors"
import { Placement } from "./placements"

/** What an ad may cost, in tiyin. */
export type AdMoney = {
  price_model: "cpm" | "cpc"
  /** Per 1 000 impressions (cpm) or per click (cpc). */
  price_tiyin: number
  total_budget_tiyin: number | null
  daily_budget_tiyin: number | null
}

/** What has been spent, in tiyin: in all, and on the present day of Tashkent. */
export type Spent = { total_tiyin: number; today_tiyin: number }

const MONEY = ["price_model", "price_tiyin", "total_budget_tiyin", "daily_budget_tiyin"] as const

/** Whether a change touches money at all: what stands may stand, whatever an operator has made dearer since. */
export function changesMoney(before: AdMoney, after: AdMoney): boolean {
  return MONEY.some((name) => before[name] !== after[name])
}

/** A draft may be unfinished, but not contradict itself. @throws {MedusaError} AD_DAILY_ABOVE_TOTAL */
export function checkDraftMoney({ total_budget_tiyin: total, daily_budget_tiyin: daily }: AdMoney): void {
  if (total !== null && daily !== null && daily > total) {
    throw AdErrors.dailyAboveTotal()
  }
}

/**
 * Lets the money of an ad that is to be shown pass: a price that its place takes, and budgets that pay for something and are
 * not spent already.
 * @throws {MedusaError} AD_DAILY_ABOVE_TOTAL, AD_BUDGET_MISSING, AD_PRICE_TOO_LOW, AD_BUDGET_TOO_SMALL, AD_BUDGET_BELOW_SPENT
 */
export function checkMoney(money: AdMoney, placement: Placement, spent: Spent): void {
  const { price_model, price_tiyin, total_budget_tiyin: total, daily_budget_tiyin: daily } = money
  checkDraftMoney(money)
  const minimum = price_model === "cpc" ? placement.minimum_cpc_tiyin : placement.minimum_cpm_tiyin
  if (price_tiyin < minimum || price_tiyin <= 0) {
    throw AdErrors.priceTooLow(minimum / 100)
  }
  if (total === null) {
    throw AdErrors.budgetMissing()
  }
  const unit = price_model === "cpc" ? price_tiyin : Math.ceil(price_tiyin / 1000)
  if (total < unit || (daily !== null && daily < unit)) {
    throw AdErrors.budgetTooSmall()
  }
  if (total < spent.total_tiyin || (daily !== null && daily < spent.today_tiyin)) {
    throw AdErrors.budgetBelowSpent()
  }
}

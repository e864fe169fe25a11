/** The most that one expense may be, in so'm: far above any company's, far below what sums lose digits of. */
export const AMOUNT_MAX = 1_000_000_000_000

/** Whether a number is an amount of an expense: so'm above 0, two decimals at most, no more than `AMOUNT_MAX`. */
export function isAmount(amount: number): boolean {
  return amount > 0 && amount <= AMOUNT_MAX && /^\d+(\.\d{1,2})?$/.test(String(amount))
}

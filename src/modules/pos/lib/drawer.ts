/** What a shift's rows add up to; whole so'm. */
export type DrawerSums = {
  opening_cash: number
  /** Cash of sales that are done or wait for review: it lies in the drawer either way. */
  cash_total: number
  /** Cash paid out for returns. */
  cash_returns: number
  moved_total: number
  counted_cash: number | null
}

/** What ought to lie in the drawer, and what the count said: `difference` < 0 is missing money. */
export function drawerOf({ opening_cash, cash_total, cash_returns, moved_total, counted_cash }: DrawerSums): {
  expected_cash: number
  difference: number | null
} {
  const expected_cash = opening_cash + cash_total - cash_returns + moved_total
  return { expected_cash, difference: counted_cash === null ? null : counted_cash - expected_cash }
}

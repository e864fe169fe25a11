import { Settlement, sumOf } from "../lib/types"

it("the column of a statement adds up to its closing", () => {
  const statement = {
    opening_tiyin: 100,
    sales_tiyin: 10_000,
    commission_tiyin: 500,
    refunds_tiyin: 1_000,
    ad_spend_tiyin: 50,
    received_tiyin: 2_000,
    paid_out_tiyin: 300,
    closing_tiyin: 6_250,
  } as Settlement
  expect(sumOf(statement).reduce((sum, { tiyin }) => sum + tiyin, 0)).toBe(statement.closing_tiyin)
})

import { Day, lastDays, sumByPart } from "../lib/types"

it("the last days end today, both days included", () => {
  expect(lastDays("2026-03-01", 30)).toEqual({ from: "2026-01-31", to: "2026-03-01" })
  expect(lastDays("2026-03-01", 1)).toEqual({ from: "2026-03-01", to: "2026-03-01" })
})

it("sums of a period are those of its days", () => {
  const day = (sale_tiyin: number, commission_tiyin: number): Day => ({
    day: "2026-03-01",
    owed_tiyin: 0,
    sale_tiyin,
    commission_tiyin,
    refund_tiyin: 0,
    payout_tiyin: 0,
    ad_spend_tiyin: 0,
    received_tiyin: 0,
  })
  expect(sumByPart([day(1000, -50), day(500, -25)])).toEqual({
    sale: 1500,
    commission: -75,
    refund: 0,
    payout: 0,
    ad_spend: 0,
    received: 0,
  })
})

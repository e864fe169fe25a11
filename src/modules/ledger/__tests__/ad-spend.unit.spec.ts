import { adSpendPosting } from "../lib/ad-spend"

describe("what a charge for ads writes", () => {
  it("is one transaction of the charge's own: the company pays, the market earns, no VAT is taken out", () => {
    const occurred_at = new Date("2026-11-21T18:59:59.999Z")
    const charge = {
      id: "adch_1",
      ad_id: "ad_1",
      company_id: "comp_1",
      amount_tiyin: 1_500_01,
      occurred_at,
      memo: "Kuz",
    }
    const { entries, ...posting } = adSpendPosting(charge)
    expect(posting).toEqual({
      reference: "ad_spend:adch_1",
      kind: "ad_spend",
      subject_id: "adch_1",
      rank: 0,
      company_id: "comp_1",
      currency_code: "uzs",
      occurred_at,
      memo: "Kuz",
    })
    expect(
      entries.map(({ account, amount_tiyin }) => [account.code, account.company_id, amount_tiyin])
    ).toEqual([
      ["company:comp_1:ad_spend", "comp_1", 1_500_01],
      ["market:ad_income", null, -1_500_01],
    ])
  })
})

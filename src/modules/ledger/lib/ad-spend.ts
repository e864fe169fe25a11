import { companyAccount, marketAccount } from "./accounts"
import { Posting } from "./posting"

/** Money that a company owes for ads of one day, in tiyin. */
export type AdCharge = {
  id: string
  ad_id: string
  company_id: string
  amount_tiyin: number
  occurred_at: Date
  memo: string | null
}

/**
 * What a charge for ads writes: the company pays from its balance, in so'm. No VAT is taken out of it: the market's advertising
 * is sold at the price that the company has named, and whoever owes VAT on it reckons it from `ad_income` (docs/decisions/0017).
 */
export function adSpendPosting(charge: AdCharge): Posting {
  const { id, company_id, amount_tiyin, occurred_at, memo } = charge
  return {
    reference: `ad_spend:${id}`,
    kind: "ad_spend",
    subject_id: id,
    rank: 0,
    company_id,
    currency_code: "uzs",
    occurred_at,
    memo,
    entries: [
      { account: companyAccount(company_id, "ad_spend", "uzs"), amount_tiyin },
      { account: marketAccount("ad_income", "uzs"), amount_tiyin: -amount_tiyin },
    ],
  }
}

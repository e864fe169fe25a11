import { LocalName } from "../../modules/expense/lib/categories"
import { Figures } from "./lib/figures"
import { Comparison, Range, Step } from "./lib/periods"

export type SummaryWish = Range & {
  /** Null for all companies. */
  company_id: string | null
  currency_code: string
  compare: Comparison
  by: Step
}

export type CategorySum = { category_id: string; name: LocalName; amount: number; is_purchase: boolean }

/** Money that came in and went out; recurring expenses count as they are spread over the days. */
export type Cash = {
  in: Array<{ method: string; amount: number }>
  in_total: number
  refunds: number
  expenses: number
  purchases: number
  commission: number
  ad_spend: number
  net: number
}

/** A period as a company's owner reads it. */
export type Summary = Range &
  Figures & {
    days: number
    currency_code: string
    compare: (Range & Figures) | null
    series: Array<Range & Figures>
    /** What is on the shelves now, at what it cost: an asset, never subtracted (business rule 14). */
    stock_value: number
    cash: Cash
    expenses_by_category: CategorySum[]
    pending_expenses: { count: number; amount: number }
  }

export type CompanyFigures = Figures & { company_id: string; name: string }

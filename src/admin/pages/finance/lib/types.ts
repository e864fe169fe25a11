/** What the finance pages read; the figures are so'm as numbers, days are of Tashkent. */

import { FIGURES } from "../../../../lib/finance-figures"

export { FIGURES }
export type Names = { uz: string; ru: string; en: string }

export type Figure = (typeof FIGURES)[number]
/** Where a reader may not see what goods cost, cost, profits and the like are absent: see `Source.hasCost`. */
export type Figures = Record<Figure, number>

/** A part of the time: a day, a week or a month, cut to the period. */
export type Span = { from: string; to: string }
export type Part = Span & Figures

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

export type CategoryExpense = { category_id: string; name: Names; amount: number; is_purchase: boolean }

export type Summary = Span &
  Figures & {
    days: number
    currency_code: string
    compare: Part | null
    series: Part[]
    stock_value: number
    cash: Cash
    expenses_by_category: CategoryExpense[]
    pending_expenses: { count: number; amount: number }
  }

/** What a summary is asked for; the operator's answer tells the companies apart too. */
export type Answer = { summary: Summary; companies?: CompanyFigures[] }

export type CompanyFigures = Figures & { company_id: string; name: string }

export type Goods = {
  /** Told where the goods of several companies stand together. */
  company_id?: string
  item: string
  listing_id: string | null
  variant_id: string | null
  title: string
  quantity: number
  returned_quantity: number
  revenue: number
  cost: number
  profit: number
  /** Of the revenue of the period, in percent. */
  share: number
}

export type SlowGoods = {
  listing_id: string
  variant_id: string
  title: string
  available: number
  stock_value: number
  quantity: number
  last_sold_on: string | null
}

export type BreakdownRow = {
  key: string
  name: string | Names
  /** Null where a purchase may belong to several rows. */
  orders: number | null
  quantity: number
  revenue: number
  cost?: number
  profit?: number
  share: number
}

export type Paged<Name extends string, Row> = Record<Name, Row[]> & {
  count: number
  offset: number
  limit: number
}

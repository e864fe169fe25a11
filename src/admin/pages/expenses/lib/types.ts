import type { Lang } from "../../../i18n/languages"

/** What the routes of expenses answer, as far as the pages show it. Amounts in so'm, days `2026-11-21`. */

export type Name = Record<Lang, string>

export const METHODS = ["cash", "card", "transfer", "other"] as const
export type Method = (typeof METHODS)[number]
export const STATUSES = ["submitted", "approved", "rejected"] as const
export type Status = (typeof STATUSES)[number]
export const REPEATS = ["week", "month", "year"] as const
export type Repeat = (typeof REPEATS)[number]

export type Attachment = { id: string; file_name: string; mime_type: string; size: number; url: string }

export type Expense = {
  id: string
  day: string
  amount: number
  sanctioned_amount: number | null
  category_id: string
  category_name: Name
  is_purchase: boolean
  note: string | null
  payee: string | null
  payment_method: Method
  status: Status
  author_name: string | null
  is_mine: boolean
  can_decide: boolean
  can_change: boolean
  decided_at: string | null
  reject_reason: string | null
  source: "manual" | "import" | "legacy"
  attachments: Attachment[]
  created_at: string
}
export type ExpenseList = { expenses: Expense[]; count: number; offset: number; limit: number; total: number }

/** What is sent for one expense. */
export type ExpenseBody = {
  day: string
  amount: number
  category_id: string
  note: string | null
  payee: string | null
  payment_method: Method
}

export type Category = {
  id: string
  name: Name
  is_standard: boolean
  is_purchase: boolean
  is_archived: boolean
}

/** How far a budget is used up. */
export type Level = "ok" | "80" | "100"
export type Budget = {
  id: string
  category_id: string
  category_name: Name
  month: string
  amount: number
  spent: number
  percent: number
  level: Level
}
/** What is told after an expense that has a budget. */
export type BudgetNews = Pick<Budget, "category_id" | "month" | "amount" | "spent" | "percent" | "level">

export type Policy = {
  requires_approval: boolean
  limits: Record<string, number>
  roles: Array<{ role: string; name: string; limit: number | null }>
}

export type PeriodAmount = { period_start: string; amount: number | null }
export type Recurring = {
  id: string
  category_id: string
  category_name: Name
  is_purchase: boolean
  amount: number
  period: Repeat
  starts_on: string
  ends_on: string | null
  note: string | null
  payee: string | null
  payment_method: Method
  status: Status
  author_name: string | null
  can_decide: boolean
  reject_reason: string | null
  changes: Array<PeriodAmount & { note: string | null }>
  next: PeriodAmount[]
}

export type ImportRow = {
  row: number
  day: string | null
  amount: number | null
  category: string | null
  note?: string | null
  payee?: string | null
  errors: Array<{ field: string; code: string; message: string }>
  status: "ok" | "error" | "duplicate"
}
export type Preview = { rows: ImportRow[]; counts: { ok: number; error: number; duplicate: number } }
export type Applied = { created: number; skipped: number; errors: number }

import { Entity, ExpenseMode, Outcome } from "../types"

/** What an import found and made: counts and examples, never a password, a key or an owner's link. */

/** `read` counts rows of the source, the others what became of them and their parts. */
export type Counts = Record<"read" | "warned" | Outcome, number>

export type ReportedNote = { entity: Entity; table: string; legacy_id: string; code: string; text: string }

/** So'm as decimal text. `before`: what the source's rows make; `after`: what stands here. */
export type CompanyMoney = {
  legacy_id: string
  name: string
  before: Sums
  /** Null in a dry run. */
  after: Sums | null
}

/** Paid orders, sales over the counter that copy no order, dated expenses. */
export type Sums = { orders: string; sales: string; expenses: string }

export type Report = {
  source: string
  /** Null in a dry run. */
  run_id: string | null
  options: { dry_run: boolean; fixed_expenses: ExpenseMode; grant_from_orders: boolean }
  started_at: string
  elapsed_ms: number
  /** Table → profile. */
  profiles: Record<string, string>
  entities: Record<Entity, Counts>
  /** How often each note was said, and whom it concerns first. */
  codes: Record<string, { count: number; examples: ReportedNote[] }>
  /** Columns and tables of the source that are not as they should be. */
  source_notes: Array<{ table: string; code: string; text: string }>
  money: CompanyMoney[]
  owner_links: number
  /** 0: imported, 2: some rows failed. */
  exit_code: 0 | 2
}

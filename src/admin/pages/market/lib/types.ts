/** What the operator's routes answer, as far as the pages show it. */

export const COMPANY_STATES = ["pending", "active", "suspended", "archived"] as const
export type CompanyState = (typeof COMPANY_STATES)[number]

export type Company = {
  id: string
  name: string
  handle: string
  phone: string
  email: string | null
  address: string | null
  legal_name: string | null
  tax_id: string | null
  is_vat_payer: boolean
  is_private: boolean
  bank_account: string | null
  bank_mfo: string | null
  status: CompanyState
  status_reason: string | null
  commission_percent: number | null
  created_at: string
  approved_at: string | null
}
export type MemberState = "invited" | "active" | "suspended" | "removed"
export type Member = { id: string; email: string; role: string; status: MemberState }

export const SETTLEMENT_STATES = ["closed", "carried", "paid"] as const
export type SettlementLine = {
  ledger_transaction_id: string
  reference: string
  kind: "sale" | "commission" | "refund" | "payout" | "ad_spend"
  memo: string | null
  occurred_at: string
  amount_tiyin: number
}
export type Settlement = {
  id: string
  company_id: string
  period_from: string
  period_to: string
  status: (typeof SETTLEMENT_STATES)[number]
  company: { name: string; bank_account: string | null; bank_mfo: string | null; tax_id: string | null }
  opening_tiyin: number
  sales_tiyin: number
  commission_tiyin: number
  refunds_tiyin: number
  ad_spend_tiyin: number
  received_tiyin: number
  paid_out_tiyin: number
  closing_tiyin: number
  payout_tiyin: number
  paid_at: string | null
  proof: string | null
  lines?: SettlementLine[]
}

export const TRANSACTION_STATES = ["1", "2", "-1", "-2"] as const
export type Transaction = {
  id: string
  provider_id: string
  external_id: string
  reference: string
  order_group_id: string
  amount_tiyin: number
  state: 1 | 2 | -1 | -2
  reason: number | null
  create_time: number | null
  perform_time: number | null
  cancel_time: number | null
  settled_at: number | null
  account: unknown
  details: unknown
  fiscal_perform: unknown
  fiscal_cancel: unknown
  payable_status: "open" | "paid" | "refunded" | "expired" | "canceled"
}
export type Alert = {
  id: string
  kind: string
  provider_id: string
  reference: string
  data: unknown
  created_at: string
  resolved_at: string | null
  resolution: string | null
}

export const REFUND_STATES = ["due", "processing", "succeeded", "failed"] as const
export type Refund = {
  id: string
  order_id: string
  company_name: string | null
  short_code: string | null
  amount: number
  reason: string
  status: (typeof REFUND_STATES)[number]
  provider_id: string | null
  proof: string | null
  error: string | null
  created_at: string
  instructions: Record<"uz" | "ru" | "en", string> | null
}

export const OUTCOMES = ["done", "failed", "denied", "interrupted"] as const
export type AuditEntry = {
  id: string
  seq: number
  at: string
  duration_ms: number | null
  actor_type: "user" | "api-key" | "nobody"
  actor_id: string | null
  actor_label: string | null
  company_id: string | null
  company_name: string | null
  action: string
  entity_type: string | null
  entity_id: string | null
  changed: string[]
  outcome: (typeof OUTCOMES)[number]
  status_code: number | null
  error_code: string | null
  address: string | null
  count: number
  before?: unknown
  after?: unknown
  body?: unknown
  hash?: string
}
export type Verification = {
  is_sound: boolean
  checked: number
  head: { seq: number; hash: string }
  problems: Array<{ seq: number; kind: string }>
  problem_count: number
}

export type System = {
  versions: { bozor: string | null; medusa: string | null; node: string }
  uptime_seconds: number
  memory: { rss: number; heap_used: number }
  database: {
    version: string
    latency_ms: number
    size_bytes: number
    connections: number
    pool: { used: number; free: number; waiting: number; max: number } | null
  }
  redis: { is_used: boolean }
  pending: Record<string, number>
  jobs: Array<{ name: string; schedule: string | null }>
}

/** One page of a list. */
export type Paged<Name extends string, Row> = { [Key in Name]: Row[] } & { count: number }

/** So'm of tiyin. */
export const sumOf = (tiyin: number): number => tiyin / 100

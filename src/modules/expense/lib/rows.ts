import { Context } from "@medusajs/framework/types"
import { notFound } from "../../../lib/errors"
import { assertTransaction, sql } from "../../../lib/sql"
import { ExpenseErrors } from "../errors"
import { NO_POLICY, Policy, Status } from "./approval"
import { isStandardCategory } from "./categories"

export type PaymentMethod = "cash" | "card" | "transfer" | "other"

/** What its author says of an expense; `amount` in so'm. */
export type ExpenseFacts = {
  day: string
  amount: number
  category_id: string
  note: string | null
  payee: string | null
  payment_method: PaymentMethod
}

/** An expense as it is decided on. */
export type ExpenseRow = ExpenseFacts & {
  id: string
  company_id: string
  status: Status
  sanctioned_amount: number | null
  created_by: string | null
  decided_by: string | null
}

/** A row to write; `amount` and `sanctioned_amount` in so'm, as text where a float would not do. */
export type NewExpense = Omit<ExpenseFacts, "amount"> & {
  id: string
  company_id: string
  amount: string | number
  sanctioned_amount: string | number | null
  status: Status
  created_by: string | null
  author_name: string | null
  decided_by: string | null
  /** Of an approved one; now when it is left out. */
  decided_at?: string | null
  source: "manual" | "import" | "legacy"
  client_id: string | null
}

const COLUMNS = `id, company_id, day, amount::float8 as amount, sanctioned_amount::float8 as sanctioned_amount, category_id,
  note, payee, payment_method, status, created_by, decided_by`

/** Medusa keeps every amount twice. */
const raw = (amount: string) =>
  `case when ${amount} is not null then jsonb_build_object('value', ${amount}::text, 'precision', 20) end`

/** Makes whoever changes what is counted per company wait for its turn, until the end of the transaction. */
export async function lockCompanyExpenses(context: Context, companyId: string): Promise<void> {
  assertTransaction(context)
  await sql(context, `select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`expense:${companyId}`])
}

export async function selectPolicy(context: Context, companyId: string): Promise<Policy> {
  const [row] = await sql<Policy>(
    context,
    `select requires_approval, limits from expense_policy where company_id = ? and deleted_at is null`,
    [companyId]
  )
  return row ?? NO_POLICY
}

/**
 * Refuses a category that is neither standard nor the company's own, or is archived.
 * @throws {MedusaError} EXPENSE_CATEGORY_UNKNOWN, EXPENSE_CATEGORY_ARCHIVED
 */
export async function checkCategory(context: Context, companyId: string, categoryId: string): Promise<void> {
  if (isStandardCategory(categoryId)) {
    return
  }
  const [row] = await sql<{ is_archived: boolean }>(
    context,
    `select archived_at is not null as is_archived from expense_category
      where id = ? and company_id = ? and deleted_at is null`,
    [categoryId, companyId]
  )
  if (!row) {
    throw ExpenseErrors.categoryUnknown(categoryId)
  }
  if (row.is_archived) {
    throw ExpenseErrors.categoryArchived()
  }
}

/**
 * Writes rows in one statement. One whose `client_id` the company has already is left out.
 * @returns those that were written
 */
export async function insertExpenses(
  context: Context,
  rows: NewExpense[]
): Promise<Array<{ id: string; client_id: string | null }>> {
  return sql(
    context,
    `insert into expense (id, company_id, day, amount, raw_amount, sanctioned_amount, raw_sanctioned_amount, category_id,
            note, payee, payment_method, status, created_by, author_name, decided_by, decided_at, source, client_id)
     select id, company_id, day, amount, ${raw("amount")}, sanctioned_amount, ${raw("sanctioned_amount")}, category_id,
            note, payee, payment_method, status, created_by, author_name, decided_by,
            case when status <> 'submitted' then coalesce(decided_at, now()) end, source, client_id
       from jsonb_to_recordset(?::jsonb) as x (id text, company_id text, day text, amount numeric,
            sanctioned_amount numeric, category_id text, note text, payee text, payment_method text, status text,
            created_by text, author_name text, decided_by text, decided_at timestamptz, source text, client_id text)
     on conflict do nothing returning id, client_id`,
    [JSON.stringify(rows)]
  )
}

/** What a company's client_id stands for, whoever sent it; `is_deleted` when it has been deleted since. */
export async function selectByClientId(
  context: Context,
  companyId: string,
  clientId: string
): Promise<(ExpenseRow & { is_deleted: boolean }) | undefined> {
  const [row] = await sql<ExpenseRow & { is_deleted: boolean }>(
    context,
    `select ${COLUMNS}, deleted_at is not null as is_deleted from expense where company_id = ? and client_id = ?`,
    [companyId, clientId]
  )
  return row
}

/**
 * A company's expense, locked until the end of the transaction: whoever decides on it or changes it waits.
 * @throws {MedusaError} 404
 */
export async function lockExpense(context: Context, companyId: string, id: string): Promise<ExpenseRow> {
  assertTransaction(context)
  const [row] = await sql<ExpenseRow>(
    context,
    `select ${COLUMNS} from expense where id = ? and company_id = ? and deleted_at is null for update`,
    [id, companyId]
  )
  if (!row) {
    throw notFound("Expense", id)
  }
  return row
}

/** Writes what an expense is now: all facts and its standing. */
export async function updateExpense(
  context: Context,
  row: ExpenseRow & { reject_reason: string | null; was_decided_now: boolean }
): Promise<void> {
  await sql(
    context,
    `update expense e set day = x.day, amount = x.amount, raw_amount = ${raw("x.amount")}, category_id = x.category_id,
            sanctioned_amount = x.sanctioned_amount, raw_sanctioned_amount = ${raw("x.sanctioned_amount")},
            note = x.note, payee = x.payee, payment_method = x.payment_method, status = x.status,
            decided_by = x.decided_by, reject_reason = x.reject_reason, updated_at = now(),
            decided_at = case when x.status = 'submitted' then null when x.was_decided_now then now() else e.decided_at end
       from jsonb_to_record(?::jsonb) as x (id text, day text, amount numeric, sanctioned_amount numeric, category_id text,
            note text, payee text, payment_method text, status text, decided_by text, reject_reason text,
            was_decided_now boolean)
      where e.id = x.id`,
    [JSON.stringify(row)]
  )
}

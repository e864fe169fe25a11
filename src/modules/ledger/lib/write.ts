import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { assertTransaction, sql } from "../../../lib/sql"
import { Account } from "./accounts"
import { Posting } from "./posting"

/**
 * Writes a posting unless its reference is there already. Runs inside the caller's transaction: entries can be added
 * in the transaction that makes theirs only, which a trigger sees to.
 * @returns whether it was written now
 */
export async function insertPosting(context: Context, posting: Posting): Promise<boolean> {
  assertTransaction(context)
  const id = generateEntityId(undefined, "ltxn")
  const rows = await sql(
    context,
    `insert into ledger_transaction
       (id, reference, kind, subject_id, rank, company_id, currency_code, occurred_at, memo)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (reference) do nothing returning id`,
    [
      id,
      posting.reference,
      posting.kind,
      posting.subject_id,
      posting.rank,
      posting.company_id,
      posting.currency_code,
      posting.occurred_at,
      posting.memo,
    ]
  )
  if (rows.length === 0) {
    return false
  }
  const accounts = await accountIds(
    context,
    posting.entries.map(({ account }) => account)
  )
  const entries = posting.entries.map(({ account, amount_tiyin }) => ({
    id: generateEntityId(undefined, "lent"),
    account_id: accounts.get(account.code),
    company_id: account.company_id,
    currency_code: account.currency_code,
    amount_tiyin,
  }))
  await sql(
    context,
    `insert into ledger_entry (id, transaction_id, account_id, company_id, currency_code, amount_tiyin)
     select e.id, ?, e.account_id, e.company_id, e.currency_code, e.amount_tiyin
       from jsonb_to_recordset(?::jsonb) as e(id text, account_id text, company_id text, currency_code text, amount_tiyin bigint)`,
    [id, JSON.stringify(entries)]
  )
  return true
}

/** Ids of accounts by code; opens those that are missing, in order of code so that two postings never deadlock. */
async function accountIds(context: Context, accounts: Account[]): Promise<Map<string, string>> {
  const byCode = new Map(accounts.map((account) => [account.code, account]))
  const codes = [...byCode.keys()].sort()
  const found = await selectAccounts(context, codes)
  const missing = codes.filter((code) => !found.has(code))
  if (missing.length === 0) {
    return found
  }
  const rows = missing.map((code) => ({ ...byCode.get(code)!, id: generateEntityId(undefined, "lacc") }))
  await sql(
    context,
    `insert into ledger_account (id, code, company_id, kind, currency_code)
     select a.id, a.code, a.company_id, a.kind, a.currency_code
       from jsonb_to_recordset(?::jsonb) as a(id text, code text, company_id text, kind text, currency_code text)
     on conflict (code) do nothing`,
    [JSON.stringify(rows)]
  )
  return selectAccounts(context, codes)
}

async function selectAccounts(context: Context, codes: string[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; code: string }>(
    context,
    `select id, code from ledger_account where code in (${codes.map(() => "?").join(", ") || "null"})`,
    codes
  )
  return new Map(rows.map(({ id, code }) => [code, id]))
}

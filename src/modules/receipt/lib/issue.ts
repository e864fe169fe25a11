import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { secretToken } from "../../../lib/ids"
import { assertTransaction, sql } from "../../../lib/sql"
import { tashkentYear } from "../../../lib/time"
import { IssuedReceipt, ReceiptDraft, ReceiptLineFacts } from "../types"
import { receiptTotals } from "./lines"
import { numberText } from "./number"

type Subject = Pick<ReceiptDraft, "kind" | "company_order_id" | "refund_id">

/** The receipt of a paid order, or of a refund; null while there is none. */
export async function selectIssued(context: Context, subject: Subject): Promise<IssuedReceipt | null> {
  const [row] = await sql<Omit<IssuedReceipt, "is_new">>(
    context,
    `select id, number_text, company_id, order_id, kind from receipt where kind = ? and deleted_at is null
        and ${subject.kind === "sale" ? "company_order_id" : "refund_id"} = ?`,
    [subject.kind, subject.kind === "sale" ? subject.company_order_id : subject.refund_id]
  )
  return row ? { ...row, is_new: false } : null
}

/**
 * One at a time per order or refund, until the transaction ends: whoever waited here finds the receipt and takes no
 * number. The unique indexes would refuse a second one too, but only after an error.
 */
export async function lockSubject(context: Context, subject: Subject): Promise<void> {
  assertTransaction(context)
  const key = `receipt:${subject.kind}:${subject.refund_id ?? subject.company_order_id}`
  await sql(context, `select pg_advisory_xact_lock(hashtextextended(?, 0))`, [key])
}

/**
 * The next number of a company's year. The row stays locked until the transaction ends, and a rollback takes the number
 * back with the receipt: that is what makes the series gap-free, where a sequence would leave holes.
 */
export async function takeNumber(context: Context, companyId: string, year: number): Promise<number> {
  assertTransaction(context)
  const [{ last }] = await sql<{ last: number }>(
    context,
    `insert into receipt_counter (id, company_id, year, last) values (?, ?, ?, 1)
     on conflict (company_id, year) where deleted_at is null
     do update set last = receipt_counter.last + 1, updated_at = now() returning last`,
    [generateEntityId(undefined, "rctr"), companyId, year]
  )
  return last
}

/** Writes a receipt with its lines and opens its fiscal submission. */
export async function insertReceipt(
  context: Context,
  draft: ReceiptDraft,
  issuedAt: Date
): Promise<IssuedReceipt> {
  const year = tashkentYear(issuedAt)
  const number = await takeNumber(context, draft.company_id, year)
  const id = generateEntityId(undefined, "rcpt")
  const { lines, fiscal, ...facts } = draft
  const row = {
    id,
    ...facts,
    buyer: JSON.stringify(draft.buyer),
    seller: JSON.stringify(draft.seller),
    market: draft.market && JSON.stringify(draft.market),
    year,
    number,
    number_text: numberText(year, number),
    issued_at: issuedAt,
    token: secretToken(),
    ...receiptTotals(lines),
  }
  await insertRow(context, "receipt", row)
  for (const [rank, line] of lines.entries()) {
    await insertLine(context, id, rank, line)
  }
  await openSubmission(context, draft, id, issuedAt)
  const { company_id, order_id, kind } = draft
  return { id, number_text: row.number_text, company_id, order_id, kind, is_new: true }
}

function insertLine(context: Context, receiptId: string, rank: number, line: ReceiptLineFacts) {
  const id = generateEntityId(undefined, "rline")
  return insertRow(context, "receipt_line", { id, receipt_id: receiptId, rank, ...line })
}

function openSubmission(context: Context, draft: ReceiptDraft, receiptId: string, now: Date) {
  const isByTransaction = draft.fiscal.by === "transaction"
  return insertRow(
    context,
    "fiscal_submission",
    {
      id: generateEntityId(undefined, "fsub"),
      kind: draft.kind,
      transaction_id: isByTransaction ? draft.transaction_id : null,
      receipt_id: isByTransaction ? null : receiptId,
      provider_id: draft.provider_id,
      status: draft.fiscal.status,
      next_attempt_at: draft.fiscal.status === "waiting" ? now : null,
    },
    "on conflict do nothing"
  )
}

function insertRow(context: Context, table: string, row: Record<string, unknown>, conflict = "") {
  const names = Object.keys(row)
  const marks = names.map(() => "?").join(", ")
  const columns = names.map((name) => `"${name}"`).join(", ")
  const values = Object.values(row)
  return sql(context, `insert into "${table}" (${columns}) values (${marks}) ${conflict}`, values)
}

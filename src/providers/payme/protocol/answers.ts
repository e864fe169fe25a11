import { Account } from "./params"
import { TransactionRecord, TransactionState } from "./transitions"

/**
 * Results built from stored values only, so that a repeated call gets the same bytes (Payme Merchant API
 * 2.2). Times and amounts are numbers, `transaction` (our reference) is text.
 */
export type CreateAnswer = { create_time: number; transaction: string; state: TransactionState }
export type PerformAnswer = { transaction: string; perform_time: number; state: TransactionState }
export type CancelAnswer = { transaction: string; cancel_time: number; state: TransactionState }
export type CheckAnswer = {
  create_time: number
  perform_time: number
  cancel_time: number
  transaction: string
  state: TransactionState
  reason: number | null
}
export type StatementRow = { id: string; time: number; amount: number; account: Account } & CheckAnswer

/** CreateTransaction (2.4): `create_time` is our time, not Payme's. */
export function createAnswer(record: TransactionRecord, reference: string | number): CreateAnswer {
  return { create_time: record.create_time, transaction: String(reference), state: record.state }
}

/** PerformTransaction (2.5). */
export function performAnswer(record: TransactionRecord, reference: string | number): PerformAnswer {
  return { transaction: String(reference), perform_time: record.perform_time ?? 0, state: record.state }
}

/** CancelTransaction (2.6). */
export function cancelAnswer(record: TransactionRecord, reference: string | number): CancelAnswer {
  return { transaction: String(reference), cancel_time: record.cancel_time ?? 0, state: record.state }
}

/** CheckTransaction (2.7): all six fields, always. */
export function checkAnswer(record: TransactionRecord, reference: string | number): CheckAnswer {
  return {
    create_time: record.create_time,
    perform_time: record.perform_time ?? 0,
    cancel_time: record.cancel_time ?? 0,
    transaction: String(reference),
    state: record.state,
    reason: record.reason ?? null,
  }
}

/**
 * One row of GetStatement (2.8).
 * @param account as it was received
 */
export function statementRow(
  record: TransactionRecord,
  account: Account,
  reference: string | number
): StatementRow {
  return {
    id: record.external_id,
    time: record.provider_time,
    amount: record.amount_tiyin,
    account,
    ...checkAnswer(record, reference),
  }
}

/**
 * Which records GetStatement lists (2.8): Payme's time in the range, both ends included, ascending; ties stay
 * in the order given. The rule a query must follow.
 */
export function selectForStatement<R extends Pick<TransactionRecord, "provider_time">>(
  records: readonly R[],
  range: { from: number; to: number }
): R[] {
  return records
    .filter(({ provider_time }) => range.from <= provider_time && provider_time <= range.to)
    .sort((a, b) => a.provider_time - b.provider_time)
}

import { State, TheirRow } from "./match"

/** A row of Payme's `GetStatement`; money in tiyin. */
export type StatementRow = {
  id: string
  amount: number
  account?: Record<string, unknown> | null
  transaction?: string | null
  state: number
}

/** Rows of `GetStatement` in the matcher's shape. Payme lists every state, so its number is compared exactly. */
export function readStatementRows(rows: StatementRow[]): TheirRow[] {
  return rows.map((row) => ({
    external_id: row.id,
    amount_tiyin: row.amount,
    states: [row.state as State],
    state: String(row.state),
    account: accountOf(row.account),
  }))
}

function accountOf(account: StatementRow["account"]): string | null {
  const [value] = Object.values(account ?? {})
  // Half a surrogate pair is no text to PostgreSQL; encoding replaces it.
  return value === undefined || value === null ? null : Buffer.from(String(value).slice(0, 100)).toString()
}

import { sha256 } from "../../../../lib/ids"
import { RowExpense } from "./read-row"

/**
 * A key for each row of a file: what it says, and which of the rows that say the same it is. The same file, or one that
 * has grown, makes the same keys, so that no row is written twice; two equal payments of one day stay two.
 * @returns keys in the order of the rows, for the expenses' `client_id`
 */
export function rowKeys(companyId: string, rows: RowExpense[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ day, amount, category_id, payee, payment_method, note }) => {
    const said = JSON.stringify([companyId, day, amount, category_id, payee, payment_method, note])
    const nth = (seen.get(said) ?? 0) + 1
    seen.set(said, nth)
    return `import:${sha256(`${said}#${nth}`).slice(0, 40)}`
  })
}

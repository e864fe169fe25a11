import { MathBN } from "@medusajs/framework/utils"
import { ReconciliationErrors } from "../errors"
import { decodeText, parseDelimited } from "./csv"
import { State, TheirRow } from "./match"

/**
 * Statements that people download from a provider's cabinet. No cabinet documents its columns, and they change; so the
 * header is looked for by the words that Click, Uzum and Payme use, in Russian, Uzbek and English.
 */

export type AmountUnit = "sum" | "tiyin"

/** By falling weight: the first that a header has is the column. */
const COLUMNS = {
  id: [
    /^(click_?trans_?id|click ?id|click_paydoc_id|paydoc_?id|trans_?id)$/,
    /^(id транзакции|ид транзакции|номер транзакции|транзакция|transaction( id)?|transaction_id|tranzaksiya( id)?( raqami)?)$/,
    /^(id платежа|номер платежа|платеж id|payment id|payment_id|to'lov id|to'lov raqami|rrn)$/,
    /^(id чека|номер чека|чек|receipt id|receipt|chek|id|№ транзакции|uuid)$/,
  ],
  amount: [
    /^(сумма платежа|сумма транзакции|сумма оплаты|amount|to'lov summasi|summa|сумма|sum)( ?\(.*\)|,? ?(uzs|сум|so'm|tiyin|тийин))?$/,
    /^(итого|total|jami)$/,
  ],
  state: [/^(статус|состояние|status|state|holat|holati)( .*)?$/],
  account: [
    /^(заказ|номер заказа|id заказа|лицевой счет|счет|account|order( id)?|order_id|merchant_trans_id|buyurtma.*|hisob.*)$/,
  ],
} as const

type Column = keyof typeof COLUMNS

const PAID =
  /успеш|оплачен|проведен|подтвержд|выполнен|success|paid|confirm|complete|performed|muvaffaq|to'lan|^2$/
const CANCELLED = /отмен|возврат|ошиб|неусп|cancel|refund|revers|fail|bekor|qaytar|^-[12]$/
const WAITING = /ожид|создан|обраб|pending|created|waiting|process|kutil|^[01]$/

/**
 * Rows of a cabinet's file.
 * @throws {MedusaError} RECONCILIATION_FILE_UNREADABLE naming the line
 */
export function readCabinetFile(bytes: Uint8Array, unit: AmountUnit): TheirRow[] {
  const table = parseDelimited(decodeText(bytes))
  const headerAt = table.slice(0, 30).findIndex((row) => columnsOf(row) !== null)
  if (headerAt < 0) {
    throw ReconciliationErrors.unreadable(
      "no line names a column for the transaction's id and one for its amount"
    )
  }
  const columns = columnsOf(table[headerAt])!
  return table
    .slice(headerAt + 1)
    .map((cells, index) => ({ cells, line: headerAt + index + 2 }))
    .filter(({ cells }) => (cells[columns.id!] ?? "").trim() !== "" && !isTotal(cells))
    .map(({ cells, line }) => readRow(cells, columns, unit, line))
}

function columnsOf(header: string[]): Partial<Record<Column, number>> | null {
  const names = header.map(normal)
  const found: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const at = COLUMNS[column]
      .map((pattern) => names.findIndex((name) => pattern.test(name)))
      .find((index) => index >= 0)
    if (at !== undefined) {
      found[column] = at
    }
  }
  return found.id !== undefined && found.amount !== undefined ? found : null
}

const normal = (text: string) =>
  text
    .replace(/^\uFEFF/, "")
    .replace(/[ʻʼ‘’`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()

const isTotal = (cells: string[]) =>
  /^(итого|всего|jami|total)/.test(normal(cells.find((cell) => cell.trim()) ?? ""))

function readRow(
  cells: string[],
  columns: Partial<Record<Column, number>>,
  unit: AmountUnit,
  line: number
): TheirRow {
  const at = (column: Column) => (columns[column] === undefined ? "" : (cells[columns[column]] ?? "").trim())
  const amount_tiyin = readAmount(at("amount"), unit)
  if (amount_tiyin === null) {
    throw ReconciliationErrors.unreadable(
      `line ${line}: "${at("amount").slice(0, 40)}" is not an amount in ${unit}`
    )
  }
  return {
    // A spreadsheet makes a text of an id by an apostrophe or ="…".
    external_id: at("id").replace(/^'|^="|"$/g, ""),
    amount_tiyin,
    states: columns.state === undefined ? [2] : statesOf(at("state")),
    state: at("state") || null,
    account: at("account") || null,
  }
}

/** What a cabinet's word for a state means among ours; null for a word that nobody here knows. */
export function statesOf(word: string): State[] | null {
  const text = normal(word)
  if (CANCELLED.test(text)) {
    return [-1, -2]
  }
  if (PAID.test(text)) {
    return [2]
  }
  return WAITING.test(text) ? [1] : null
}

/**
 * Tiyin of an amount as people write it: `1 234 567,89`, `1,234,567.89`, `1234567`. The unit is told, never guessed.
 * @returns null when it is no amount, or has a fraction of a tiyin
 */
export function readAmount(text: string, unit: AmountUnit): number | null {
  const bare = text.replace(/[\s\u00A0\u202F']/g, "").replace(/(uzs|сум|so[ʻ‘’]?m|sum)\.?$/i, "")
  const plain =
    /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(bare) || /^-?\d+(\.\d+)?$/.test(bare)
      ? bare.replace(/,/g, "")
      : bare.replace(/\./g, "").replace(",", ".")
  if (!/^-?\d+(\.\d+)?$/.test(plain)) {
    return null
  }
  const tiyin = MathBN.mult(MathBN.convert(plain).abs(), unit === "sum" ? 100 : 1)
  const value = tiyin.toNumber()
  return tiyin.isInteger() && Number.isSafeInteger(value) ? value : null
}

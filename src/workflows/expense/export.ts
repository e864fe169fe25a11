import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Language, Messages } from "../../documents"
import { ExchangeErrors } from "../../modules/exchange/errors"
import { Cell } from "../../modules/exchange/lib/fields"
import { Person, Status } from "../../modules/expense/lib/approval"
import { CSV_BEGIN, csvLine, workbook } from "../exchange/lib/sheet-file"
import { FIELDS, HEADERS, Method, METHOD_NAMES } from "./import/lib/fields"
import { SHEET, shownDay } from "./import/template"
import { conditionOf, ExpenseFilter } from "./queries/expenses"
import { nameOfCategory } from "./queries/present"

type Wish = { person: Person; filter: ExpenseFilter; language: Language }

/** Rows that are read at a time. */
const PAGE = 2_000
/** A workbook is made in memory; beyond this many rows only CSV, which is sent as it is read. */
const XLSX_ROWS = 20_000

const MORE: Messages<"sanctioned" | "status" | "author"> = {
  uz: { sanctioned: "Tasdiqlangan summa", status: "Holati", author: "Kim yozgan" },
  ru: { sanctioned: "Одобренная сумма", status: "Статус", author: "Кто записал" },
  en: { sanctioned: "Approved amount", status: "Status", author: "Written by" },
}
const STATUSES: Messages<Status> = {
  uz: { submitted: "Kutilmoqda", approved: "Tasdiqlangan", rejected: "Rad etilgan" },
  ru: { submitted: "Ждёт решения", approved: "Одобрено", rejected: "Отклонено" },
  en: { submitted: "Waiting", approved: "Approved", rejected: "Rejected" },
}

/** The expenses that somebody may see, as CSV, piece by piece. */
export async function* exportCsv(container: MedusaContainer, wish: Wish): AsyncGenerator<string> {
  yield CSV_BEGIN
  for await (const lines of exportLines(container, wish)) {
    yield lines.map((line) => csvLine(line, wish.language)).join("")
  }
}

/**
 * The expenses that somebody may see, as a workbook.
 * @throws {MedusaError} EXPORT_TOO_LARGE
 */
export async function exportXlsx(container: MedusaContainer, wish: Wish): Promise<Buffer> {
  const all: Cell[][] = []
  for await (const lines of exportLines(container, wish)) {
    all.push(...lines)
    if (all.length > XLSX_ROWS) {
      throw ExchangeErrors.exportTooLarge(XLSX_ROWS)
    }
  }
  return workbook(all, SHEET[wish.language])
}

type Row = {
  id: string
  day: string
  amount: number
  sanctioned_amount: number | null
  category_id: string
  own_category: string | null
  payee: string | null
  payment_method: Method
  note: string | null
  status: Status
  author_name: string | null
}

/** Lines of an export, the headers first: what an import reads, and behind it what was decided. Oldest first, by key. */
async function* exportLines(
  container: MedusaContainer,
  { person, filter, language }: Wish
): AsyncGenerator<Cell[][]> {
  const { sanctioned, status, author } = MORE[language]
  yield [[...FIELDS.map((field) => HEADERS[language][field]), sanctioned, status, author]]
  const { where, values } = conditionOf(person, filter)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  let last = { day: "", id: "" }
  for (;;) {
    const { rows } = await knex.raw<{ rows: Row[] }>(
      `select e.id, e.day, e.amount::float8 as amount, e.sanctioned_amount::float8 as sanctioned_amount, e.category_id,
              c.name as own_category, e.payee, e.payment_method, e.note, e.status, e.author_name
         from expense e left join expense_category c on c.id = e.category_id and c.company_id = e.company_id
        where ${where} and (e.day, e.id) > (?, ?) order by e.day, e.id limit ?`,
      [...values, last.day, last.id, PAGE]
    )
    yield rows.map((row) => lineOf(row, language))
    if (rows.length < PAGE) {
      return
    }
    last = rows[rows.length - 1]
  }
}

function lineOf(row: Row, language: Language): Cell[] {
  return [
    shownDay(row.day),
    row.amount,
    nameOfCategory(row.category_id, row.own_category)[language],
    row.payee ?? "",
    METHOD_NAMES[language][row.payment_method],
    row.note ?? "",
    row.sanctioned_amount ?? "",
    STATUSES[language][row.status],
    row.author_name ?? "",
  ]
}

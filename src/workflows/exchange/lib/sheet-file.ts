import { Language } from "../../../documents"
import { Cell } from "../../../modules/exchange/lib/fields"
import { inThread } from "../../../modules/exchange/lib/file/thread"

export type FileFormat = "xlsx" | "csv"

/** Marks a text that a sheet would take for a formula; reading takes the mark away again. */
export function neutral(cell: Cell): Cell {
  return typeof cell === "string" && /^[=+\-@\t\r]|^'[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell
}

/** What parts cells and decimals in a language's sheets. */
const SIGNS: Record<Language, { delimiter: string; decimal: string }> = {
  uz: { delimiter: ";", decimal: "," },
  ru: { delimiter: ";", decimal: "," },
  en: { delimiter: ",", decimal: "." },
}

/** One line of CSV; numbers as sheets of the language write them. */
export function csvLine(cells: Cell[], language: Language): string {
  const { delimiter, decimal } = SIGNS[language]
  const texts = cells.map((cell) => {
    const text = typeof cell === "number" ? String(cell).replace(".", decimal) : String(neutral(cell))
    return new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`).test(text) ? `"${text.replace(/"/g, '""')}"` : text
  })
  return `${texts.join(delimiter)}\r\n`
}

/** What stands before the first line, so that sheets read the file as UTF-8. */
export const CSV_BEGIN = "\uFEFF"

/** A workbook's cell holds no more; a longer one could not be written at all. */
const fitting = (cell: Cell): Cell => (typeof cell === "string" ? cell.slice(0, 32_767) : cell)

export type SheetLines = { name: string; lines: Cell[][] }
type Task = { writer: string; sheets: SheetLines[] }

/** A workbook of one sheet. Texts are cells of kind text: a code keeps its zeros, and nothing is a formula. */
export function workbook(lines: Cell[][], sheetName: string): Promise<Buffer> {
  return workbookOf([{ name: sheetName, lines }])
}

/** A workbook of several sheets; see `workbook`. */
export async function workbookOf(sheets: SheetLines[]): Promise<Buffer> {
  const task: Task = {
    writer: require.resolve("@e965/xlsx"),
    sheets: sheets.map(({ name, lines }) => ({
      name: name.slice(0, 31),
      lines: lines.map((line) => line.map((cell) => fitting(neutral(cell)))),
    })),
  }
  return Buffer.from(await inThread<Task, Uint8Array>(writeBook, task))
}

/** Runs in the thread (`inThread`). */
function writeBook(load: NodeJS.Require): void {
  const { parentPort, workerData } = load("node:worker_threads") as typeof import("node:worker_threads")
  const { writer, sheets } = workerData as Task
  const { utils, write } = load(writer) as typeof import("@e965/xlsx")
  const book = utils.book_new()
  for (const { name, lines } of sheets) {
    const sheet = utils.aoa_to_sheet(lines)
    sheet["!cols"] = (lines[0] ?? []).map((header) => ({ wch: Math.max(12, String(header).length + 2) }))
    utils.book_append_sheet(book, sheet, name)
  }
  parentPort!.postMessage(write(book, { type: "buffer", bookType: "xlsx", compression: true }))
}

/** A whole file of some lines. */
export async function sheetFile(
  lines: Cell[][],
  format: FileFormat,
  language: Language,
  sheetName: string
): Promise<Buffer> {
  return format === "xlsx"
    ? workbook(lines, sheetName)
    : Buffer.from(CSV_BEGIN + lines.map((line) => csvLine(line, language)).join(""), "utf8")
}

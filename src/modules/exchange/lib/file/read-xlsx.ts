import { ExchangeErrors } from "../../errors"
import { Cell, LIMITS } from "../fields"
import { inThread } from "./thread"
import { checkWorkbookZip } from "./zip"

type Task = { content: Uint8Array; parser: string; rows: number; columns: number }

/**
 * Lines of a workbook's first sheet, read in a thread of its own.
 * @throws {MedusaError} IMPORT_FILE_TYPE, IMPORT_FILE_UNREADABLE
 */
export async function readXlsx(content: Buffer): Promise<Cell[][]> {
  await checkWorkbookZip(content)
  const [rows, columns] = [LIMITS.rows + 100, LIMITS.columns * 2]
  const task: Task = { content, parser: require.resolve("@e965/xlsx"), rows, columns }
  try {
    return await inThread<Task, Cell[][]>(readSheet, task)
  } catch (error) {
    throw ExchangeErrors.fileUnreadable((error as Error).message)
  }
}

/**
 * Runs in the thread, which has nothing of this file but this function's text. Numbers stay numbers, but those that the
 * sheet shows with leading zeros or as percents are taken as they are shown.
 */
function readSheet(load: NodeJS.Require): void {
  const { parentPort, workerData } = load("node:worker_threads") as typeof import("node:worker_threads")
  const { content, parser, rows, columns } = workerData as Task
  const { read } = load(parser) as typeof import("@e965/xlsx")
  const book = read(content, {
    type: "buffer",
    dense: true,
    sheets: 0,
    sheetRows: rows,
    cellFormula: false,
    cellHTML: false,
    cellNF: true,
  })
  type Stored = { t: string; v?: unknown; w?: string; z?: string | number }
  const valueOf = (cell: Stored | undefined) => {
    if (!cell || cell.v === undefined || cell.v === null) {
      return ""
    }
    if (cell.t !== "n") {
      return cell.t === "s" ? String(cell.v) : (cell.w ?? String(cell.v))
    }
    const shown = (cell.w ?? "").trim()
    const value = Number(cell.v)
    if (/%$/.test(shown) && /%/.test(String(cell.z ?? ""))) {
      return `${Number((value * 100).toPrecision(12))}%`
    }
    return /^0\d+$/.test(shown) ? shown : value
  }
  const sheet = book.Sheets[book.SheetNames[0]] as { "!data"?: Stored[][] } | undefined
  // One cell far to the right would make a row of thousands.
  const lines = Array.from(sheet?.["!data"] ?? [], (line) =>
    Array.from((line ?? []).slice(0, columns), valueOf)
  )
  parentPort!.postMessage(lines)
}

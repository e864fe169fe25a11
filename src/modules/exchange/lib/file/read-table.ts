import { ExchangeErrors } from "../../errors"
import { Cell, FileColumn, LIMITS } from "../fields"
import { readCsv } from "./read-csv"
import { readXlsx } from "./read-xlsx"

export type Table = {
  type: "xlsx" | "csv"
  columns: FileColumn[]
  /** Rows with something in them; `number` is the line a sheet shows. */
  rows: Array<{ number: number; cells: Cell[] }>
}

/** Blank lines, and lines of a title, that may stand above the headers. */
const LINES_ABOVE = 10
const SAMPLES = 3

/**
 * Reads an uploaded file. What it is, its content decides: a zip is a workbook, text is CSV, anything else is refused.
 * @throws {MedusaError} IMPORT_FILE_TYPE, IMPORT_FILE_UNREADABLE, IMPORT_FILE_EMPTY, IMPORT_TOO_MANY_ROWS
 */
export async function readTable(content: Buffer): Promise<Table> {
  const isZip = content.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"))
  const lines = isZip ? await readXlsx(content) : await readCsv(content)
  return { type: isZip ? "xlsx" : "csv", ...tableOf(lines) }
}

/** Headers, and rows under them, of the lines of a sheet. The headers' line is the first with two texts in it, or with any. */
export function tableOf(lines: Cell[][]): Omit<Table, "type"> {
  const rows = lines
    .map((cells, index) => ({ number: index + 1, cells: trimEnd(cells.map(clean)) }))
    .filter(({ cells }) => cells.length > 0)
  const top = rows.filter(({ number }) => number <= LINES_ABOVE)
  const head = top.find(({ cells }) => cells.filter((cell) => cell !== "").length > 1) ?? rows[0]
  const body = head ? rows.filter(({ number }) => number > head.number) : []
  if (body.length === 0) {
    throw ExchangeErrors.fileEmpty()
  }
  if (body.length > LIMITS.rows) {
    throw ExchangeErrors.tooManyRows(LIMITS.rows)
  }
  const width = Math.max(head.cells.length, ...body.slice(0, 100).map(({ cells }) => cells.length))
  if (width > LIMITS.columns) {
    throw ExchangeErrors.fileUnreadable(`it has more than ${LIMITS.columns} columns`)
  }
  return {
    columns: Array.from({ length: width }, (_, index) => ({
      index,
      header: cut(head.cells[index], 200),
      sample: samplesOf(body, index),
    })),
    rows: body.map(({ number, cells }) => ({ number, cells: cells.slice(0, width) })),
  }
}

/** The beginning of a cell; a letter of two halves is not cut in the middle, which PostgreSQL would refuse. */
function cut(cell: Cell | undefined, length: number): string {
  return Buffer.from(String(cell ?? "").slice(0, length), "utf8").toString()
}

function samplesOf(rows: Table["rows"], index: number): string[] {
  const sample: string[] = []
  for (const { cells } of rows) {
    const text = cut(cells[index], 80)
    if (text !== "" && !sample.includes(text)) {
      sample.push(text)
    }
    if (sample.length === SAMPLES) {
      break
    }
  }
  return sample
}

/**
 * What PostgreSQL cannot keep leaves a text: NUL, and halves of letters. What a sheet shows as 12.3 may be stored as
 * 12.299999999999999.
 */
function clean(cell: Cell): Cell {
  if (typeof cell === "number") {
    return Number.isInteger(cell) ? cell : Number(cell.toPrecision(15))
  }
  return Buffer.from(cell.replaceAll("\0", "").trim(), "utf8").toString()
}

function trimEnd(cells: Cell[]): Cell[] {
  let end = cells.length
  while (end > 0 && cells[end - 1] === "") {
    end--
  }
  return cells.slice(0, end)
}

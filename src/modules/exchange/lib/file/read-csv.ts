import { parse } from "csv-parse"
import { ExchangeErrors } from "../../errors"
import { LIMITS } from "../fields"

const DELIMITERS = [";", ",", "\t"] as const

/**
 * Text of a file: UTF-16 and UTF-8 by their marks, UTF-8 where it is one, else windows-1251, which Excel still writes here.
 * @throws {MedusaError} IMPORT_FILE_TYPE for what is no text
 */
export function decodeText(content: Buffer): string {
  const text = decode(content)
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) {
    throw ExchangeErrors.fileType()
  }
  return text
}

function decode(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) {
    return new TextDecoder("utf-16le").decode(content)
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content)
  } catch {
    return new TextDecoder("windows-1251").decode(content)
  }
}

/** The character that parts the columns: the one that stands most often, outside quotes, in the first lines. */
export function guessDelimiter(text: string): string {
  const start = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, "")
  const lines = start.split(/\r?\n/).filter(Boolean).slice(0, 5)
  const counts = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: Math.max(0, ...lines.map((line) => line.split(delimiter).length - 1)),
  }))
  return counts.sort((a, b) => b.count - a.count)[0].delimiter
}

/**
 * Lines of a CSV file, a blank one too: a line's place is its number in the sheet.
 * @throws {MedusaError} IMPORT_FILE_TYPE, IMPORT_FILE_UNREADABLE
 */
export async function readCsv(content: Buffer): Promise<string[][]> {
  const text = decodeText(content)
  const lines: string[][] = []
  const records = parse(text, {
    delimiter: guessDelimiter(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 500_000,
    // Some more than allowed, so that too many is told from just enough, whatever stands above the headers.
    to: LIMITS.rows + 100,
  })
  try {
    for await (const record of records) {
      // More is too many in any case; the rest of a row of thousands is not kept.
      lines.push((record as string[]).slice(0, LIMITS.columns * 2))
    }
  } catch (error) {
    throw ExchangeErrors.fileUnreadable((error as Error).message)
  }
  return lines
}

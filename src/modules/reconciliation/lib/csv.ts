/** Text of a file: UTF-8, or CP1251 as Windows saves it; a byte order mark and NULs (PostgreSQL has none) are left out. */
export function decodeText(bytes: Uint8Array): string {
  return decoded(bytes).replaceAll("\0", "")
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1251").decode(bytes)
  }
}

/** The separator of a table: the one of `;`, tab and `,` that its first lines have most of. */
export function guessDelimiter(text: string): string {
  const head = text
    .split(/\r?\n/, 20)
    .join("\n")
    .replace(/"[^"]*"/g, "")
  const counts = [";", "\t", ","].map((mark) => ({ mark, count: head.split(mark).length - 1 }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

/** Cells of a delimited text (RFC 4180: quotes, doubled quotes, line breaks inside quotes); empty lines are left out. */
export function parseDelimited(text: string, delimiter = guessDelimiter(text)): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ""
  let isQuoted = false
  const endRow = () => {
    row.push(cell)
    if (row.some((value) => value.trim() !== "")) {
      rows.push(row)
    }
    row = []
    cell = ""
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (isQuoted) {
      if (letter !== '"') {
        cell += letter
      } else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else {
        isQuoted = false
      }
    } else if (letter === '"' && cell.trim() === "") {
      isQuoted = true
      cell = ""
    } else if (letter === delimiter) {
      row.push(cell)
      cell = ""
    } else if (letter === "\n") {
      endRow()
    } else if (letter !== "\r") {
      cell += letter
    }
  }
  endRow()
  return rows
}

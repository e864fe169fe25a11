/** Where a page of the journal ended: the moment, in microseconds since 1970, and the id of its last entry. */
export type Cursor = { micros: string; id: string }

const FORM = /^(\d{1,16})_([A-Za-z0-9_]{1,100})$/

export function cursorText({ micros, id }: Cursor): string {
  return `${micros}_${id}`
}

/** Reads what `cursorText` wrote; null for anything else. */
export function readCursor(text: string): Cursor | null {
  const match = FORM.exec(text)
  return match && { micros: match[1], id: match[2] }
}

/** A receipt's number as people read it: `2026-000123`; past a million it grows by a digit. */
export function numberText(year: number, number: number): string {
  return `${year}-${String(number).padStart(6, "0")}`
}

import { Books } from "./check"

/** So'm of tiyin with thousands apart. */
function readable(tiyin: number): string {
  const [sum, rest] = (Math.abs(tiyin) / 100).toFixed(2).split(".")
  return `${tiyin < 0 ? "-" : ""}${sum.replace(/\B(?=(\d{3})+$)/g, " ")}.${rest}`
}

/** What a check of the books says, line by line, for a terminal and for a log. */
export function reportLines({ imbalances, figures, skipped }: Books): string[] {
  const table = figures.map(({ name, tiyin }) => `  ${name.padEnd(34)}${readable(tiyin).padStart(22)}`)
  const left = skipped.map((name) => `  not checked: ${name} (its tables are not there)`)
  if (imbalances.length === 0) {
    return [...table, ...left, "The books balance."]
  }
  const rows = imbalances.map(
    ({ check, id, about, expected, actual, advice }) =>
      `  ${check}: ${id}${about ? ` (${about})` : ""}: ${expected ?? "nothing"} expected, ${actual ?? "nothing"} found; ${advice}`
  )
  return [
    ...table,
    ...left,
    `The books do NOT balance: ${imbalances.length} rows (amounts in tiyin).`,
    ...rows,
  ]
}

import type { Goal } from "./goals"
import { goalsOf } from "./goals"
import type { StoreFigures } from "./index"
import type { Figure } from "./measure"

const COLUMNS: Array<[title: string, cell: (figure: Figure) => string]> = [
  ["req/s", ({ per_second }) => rounded(per_second)],
  ["p50 ms", ({ p50_ms }) => rounded(p50_ms)],
  ["p99 ms", ({ p99_ms }) => rounded(p99_ms)],
  ["node ms", ({ node_cpu_ms }) => rounded(node_cpu_ms)],
  ["PG ms", ({ postgres_cpu_ms }) => (postgres_cpu_ms === null ? "–" : rounded(postgres_cpu_ms))],
  ["SQL", ({ statements }) => rounded(statements)],
  ["KB", ({ answer_bytes }) => rounded(answer_bytes / 1_024)],
]

/** Three figures that mean something: 2 345, 17.3, 0.20. */
export function rounded(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, value >= 1_000 ? " " : "")
}

/** The figures and ratios, for a terminal. */
export function printStore(measured: StoreFigures[]): void {
  const row = (name: string, cells: string[]) =>
    console.log(`  ${name.padEnd(52)}${cells.map((cell) => cell.padStart(9)).join("")}`)
  for (const { products, figures, left_out } of measured) {
    console.log()
    row(
      `${products} goods × 3 variants, 8 connections`,
      COLUMNS.map(([title]) => title)
    )
    figures.forEach((figure) =>
      row(
        figure.name,
        COLUMNS.map(([, cell]) => cell(figure))
      )
    )
    left_out.forEach(({ name, why }) => console.log(`  left out: ${name}: ${why}`))
  }
  console.log("\n  node ms, PG ms: processor time per request; SQL: statements per request.")
  printGoals(goalsOf(measured))
}

export function printGoals(goals: Goal[]): void {
  console.log()
  for (const { what, value, goal, is_met } of goals) {
    const verdict = goal === undefined ? "" : `${goal}  ${is_met ? "met" : "NOT MET"}`
    console.log(`  ${what.padEnd(72)}${`${rounded(value)} ×`.padStart(10)}  ${verdict}`)
  }
}

/** The same as Markdown, for README. */
export function markdownOf(measured: StoreFigures[]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`
  const tables = measured.map(({ products, figures }) =>
    [
      line([`${products} goods × 3 variants`, ...COLUMNS.map(([title]) => title)]),
      line(["---", ...COLUMNS.map(() => "--:")]),
      ...figures.map((figure) => line([figure.name, ...COLUMNS.map(([, cell]) => cell(figure))])),
    ].join("\n")
  )
  const goals = goalsOf(measured).map(({ what, value, goal }) =>
    line([what, `${rounded(value)} ×`, goal ?? ""])
  )
  return [
    ...tables,
    [line(["ratio", "measured", "goal"]), line(["---", "--:", "--:"]), ...goals].join("\n"),
  ].join("\n\n")
}

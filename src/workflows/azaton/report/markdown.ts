import { ENTITIES } from "../types"
import { Counts, Report, Sums } from "./types"

const COLUMNS = [
  "read",
  "created",
  "updated",
  "unchanged",
  "merged",
  "split",
  "skipped",
  "conflict",
  "failed",
  "warned",
] satisfies Array<keyof Counts>

const cell = (text: unknown) => String(text).replace(/\|/g, "\\|").replace(/\s+/g, " ")
const row = (cells: unknown[]) => `| ${cells.map(cell).join(" | ")} |`
const table = (head: string[], rows: unknown[][]) => [row(head), row(head.map(() => "---")), ...rows.map(row)]

/** The report for a person: counts, money, what was odd with whom it concerns first. */
export function toMarkdown(report: Report): string {
  return [
    `# Import of ${report.source}${report.options.dry_run ? " (dry run: nothing was written)" : ""}`,
    "",
    `Started ${report.started_at}, took ${(report.elapsed_ms / 1000).toFixed(1)} s. ${verdict(report)}`,
    "",
    ...table(
      ["", ...COLUMNS],
      ENTITIES.map((name) => [name, ...COLUMNS.map((key) => report.entities[name][key])])
    ),
    "",
    "## Money, so‘m",
    "",
    ...money(report),
    "",
    "## What was odd",
    "",
    ...odd(report),
    "## The source",
    "",
    ...Object.entries(report.profiles).map(([name, profile]) => `- ${name}: ${profile}`),
    ...report.source_notes.map(({ table: name, code, text }) => `- ${name}: ${code}, ${cell(text)}`),
    "",
  ].join("\n")
}

function verdict({ entities, owner_links: links, exit_code: code, options }: Report): string {
  const sum = (key: keyof Counts) => Object.values(entities).reduce((total, counts) => total + counts[key], 0)
  const changed = sum("created") + sum("updated")
  const owners = options.dry_run ? "" : ` ${links} owners were invited; their links are in the private file.`
  const failed = code === 2 ? ` ${sum("failed")} rows failed.` : ""
  return `${changed === 0 ? "Nothing had changed." : `${changed} things made or changed.`}${failed}${owners}`
}

function money({ money: companies }: Report): string[] {
  const sums = (of: Sums | null) => (of ? [of.orders, of.sales, of.expenses] : ["", "", ""])
  return table(
    ["", "company", "orders before", "sales", "expenses", "orders after", "sales", "expenses"],
    companies.map(({ legacy_id: id, name, before, after }) => [id, name, ...sums(before), ...sums(after)])
  )
}

function odd({ codes }: Report): string[] {
  return Object.entries(codes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, { count, examples }]) => [
      `### ${code} (${count})`,
      "",
      ...examples.map(({ table: name, legacy_id: id, text }) => `- ${name} ${id}: ${cell(text)}`),
      ...(count > examples.length ? [`- … and ${count - examples.length} more, in the JSON report`] : []),
      "",
    ])
}

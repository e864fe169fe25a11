import { Language } from "./language"

/**
 * A page as data: receipts, invoices and settlement statements describe themselves once, and `sheetHtml` and `sheetPdf`
 * print the same thing. Every text is plain: the printers escape it.
 */
export type Sheet = {
  language: Language
  title: string
  subtitle?: string
  blocks: Block[]
  footer?: string
}

export type Block = FactsBlock | PairBlock | TableBlock | TotalsBlock | NoteBlock | CodeBlock

/** Names and values, one under another. */
export type FactsBlock = { kind: "facts"; title?: string; rows: Fact[] }
export type Fact = { label: string; value: string }

/** Two lists of facts side by side; one under another on a narrow screen. */
export type PairBlock = { kind: "pair"; left: FactsBlock; right: FactsBlock }

export type TableBlock = { kind: "table"; title?: string; columns: Column[]; rows: Cell[][] }
/** The wide column takes what room there is and heads a row on a narrow screen, where minor columns are left out. */
export type Column = { label: string; align?: "left" | "right"; is_wide?: boolean; is_minor?: boolean }
/** A text, or one with a smaller line under it. */
export type Cell = string | { text: string; note: string }

export type TotalsBlock = { kind: "totals"; rows: Array<Fact & { is_main?: boolean }> }

export type NoteBlock = { kind: "note"; text: string; is_strong?: boolean }

/** An address as a QR code with what it is for; `texts` stand beside it. */
export type CodeBlock = { kind: "code"; url: string; caption: string; texts?: Fact[] }

/** Facts with a value; an absent one leaves no empty line. */
export function facts(rows: Array<[label: string, value: string | null | undefined]>): Fact[] {
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** The two lines of a cell. */
export function cellLines(cell: Cell): { text: string; note?: string } {
  return typeof cell === "string" ? { text: cell } : cell
}

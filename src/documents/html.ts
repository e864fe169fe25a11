import QRCode from "qrcode"
import { STYLE } from "./style"
import { Block, Cell, cellLines, CodeBlock, FactsBlock, Sheet, TableBlock, TotalsBlock } from "./sheet"

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Text that is safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign])
}

/**
 * Prints a sheet as a page that needs nothing else: no script, no address outside itself. It fits A4 and a telephone.
 * @see SHEET_HEADERS what to send it with
 */
export async function sheetHtml(sheet: Sheet, style = STYLE): Promise<string> {
  const blocks = await Promise.all(sheet.blocks.map(blockHtml))
  const subtitle = sheet.subtitle ? `<p class="subtitle">${escapeHtml(sheet.subtitle)}</p>` : ""
  const footer = sheet.footer ? `<footer>${escapeHtml(sheet.footer)}</footer>` : ""
  return [
    `<!doctype html><html lang="${sheet.language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">`,
    `<title>${escapeHtml(sheet.title)}</title><style>${style}</style></head><body><main>`,
    `<h1>${escapeHtml(sheet.title)}</h1>${subtitle}`,
    ...blocks,
    `${footer}</main></body></html>`,
  ].join("\n")
}

/** Headers of a sheet's page: it may run nothing and load nothing, and no shared cache may keep it. */
export const SHEET_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "private, no-store",
}

function blockHtml(block: Block): string | Promise<string> {
  switch (block.kind) {
    case "facts":
      return `<section>${factsHtml(block)}</section>`
    case "pair":
      return `<div class="pair"><section>${factsHtml(block.left)}</section><section>${factsHtml(block.right)}</section></div>`
    case "table":
      return tableHtml(block)
    case "totals":
      return totalsHtml(block)
    case "note":
      return `<p class="${block.is_strong ? "strong" : "note"}">${escapeHtml(block.text)}</p>`
    case "code":
      return codeHtml(block)
  }
}

function factsHtml({ title, rows }: Pick<FactsBlock, "title" | "rows">): string {
  const heading = title ? `<h2>${escapeHtml(title)}</h2>` : ""
  const lines = rows.map(
    ({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`
  )
  return `${heading}<dl>${lines.join("")}</dl>`
}

function tableHtml({ title, columns, rows }: TableBlock): string {
  const classOf = (index: number) => {
    const { align, is_wide, is_minor } = columns[index]
    const names = [align === "right" && "right", is_wide && "wide", is_minor && "minor"].filter(Boolean)
    return names.length > 0 ? ` class="${names.join(" ")}"` : ""
  }
  const cell = (value: Cell, index: number) => {
    const { text, note } = cellLines(value)
    const small = note ? `<small>${escapeHtml(note)}</small>` : ""
    return `<td${classOf(index)} data-label="${escapeHtml(columns[index].label)}">${escapeHtml(text)}${small}</td>`
  }
  const head = columns.map(({ label }, index) => `<th${classOf(index)}>${escapeHtml(label)}</th>`)
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`)
  const heading = title ? `<h2>${escapeHtml(title)}</h2>` : ""
  return `${heading}<table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`
}

function totalsHtml({ rows }: TotalsBlock): string {
  const lines = rows.map(
    ({ label, value, is_main }) =>
      `<div${is_main ? ` class="main"` : ""}><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`
  )
  return `<dl class="totals">${lines.join("")}</dl>`
}

async function codeHtml({ url, caption, texts = [] }: CodeBlock): Promise<string> {
  const svg = await QRCode.toString(url, { type: "svg", margin: 1 })
  const address = escapeHtml(url)
  const link = /^https?:\/\//i.test(url) ? `<a href="${address}">${address}</a>` : address
  const body = `${factsHtml({ title: caption, rows: texts })}<p class="address">${link}</p>`
  return `<section class="code"><div class="qr">${svg}</div><div>${body}</div></section>`
}

import type { CanvasRect, Content, TableCell } from "pdfmake/interfaces"
import { Bars, barsOf } from "./barcode"
import { printable } from "./fonts"
import { renderPdf } from "./pdf"

/** What a price label says; `code` is printed as bars and under them. */
export type Label = {
  company: string
  name: string
  detail?: string
  price: string
  code?: { text: string; kind: "ean" | "code128" }
}

const MM = 72 / 25.4

type Layout = { page: [number, number]; columns: number; cell: [number, number]; text: number }

/** Sizes in millimetres: two rolls of label printers, and the A4 sheet of 24 labels (70 × 37). */
const LAYOUTS = {
  "58x40": { page: [58, 40], columns: 1, cell: [58, 40], text: 8 },
  "40x30": { page: [40, 30], columns: 1, cell: [40, 30], text: 6.5 },
  a4: { page: [210, 297], columns: 3, cell: [70, 37], text: 8 },
} as const satisfies Record<string, Layout>

export type LabelPaper = keyof typeof LAYOUTS
export const LABEL_PAPERS = Object.keys(LAYOUTS) as [LabelPaper, ...LabelPaper[]]

/** Width of a bar in points as EAN wants it at its ordinary size: 0.33 mm. */
const MODULE = 0.33 * MM
const PADDING = 1.5 * MM

/** Prints price labels, each on a label of its own. */
export function labelsPdf(labels: Label[], paper: LabelPaper): Promise<Buffer> {
  const layout: Layout = LAYOUTS[paper]
  const [pageWidth, pageHeight] = layout.page.map((side) => side * MM)
  const [width, height] = layout.cell.map((side) => side * MM)
  const cells = labels.map((label): TableCell => ({
    stack: labelContent(label, layout, width - 2 * PADDING, height),
  }))
  const rows: TableCell[][] = []
  for (let at = 0; at < cells.length; at += layout.columns) {
    const row = cells.slice(at, at + layout.columns)
    rows.push([...row, ...Array<TableCell>(layout.columns - row.length).fill({ text: "" })])
  }
  // A row is a hair lower than its place, so that rounding never pushes it to the next page.
  const rest = (pageHeight - Math.floor(pageHeight / height) * height) / 2
  return renderPdf({
    pageSize: { width: pageWidth, height: pageHeight },
    pageMargins: [0, rest, 0, 0],
    defaultStyle: { font: "Roboto", fontSize: layout.text, lineHeight: 1 },
    content: [
      {
        layout: {
          defaultBorder: false,
          hLineWidth: () => 0,
          vLineWidth: () => 0,
          paddingLeft: () => PADDING,
          paddingRight: () => PADDING,
          paddingTop: () => PADDING,
          paddingBottom: () => 0,
        },
        table: {
          widths: Array<number>(layout.columns).fill(width - 2 * PADDING),
          heights: height - PADDING - 0.05,
          dontBreakRows: true,
          body: rows,
        },
      },
    ],
  })
}

function labelContent(label: Label, { text }: Layout, width: number, height: number): Content[] {
  const small = text * 0.75
  const line = (content: string, fontSize: number, lines: number, bold = false): Content => ({
    text: fitText(printable(content), fontSize, width, lines),
    fontSize,
    bold,
    alignment: "center",
  })
  const bars = label.code && safeBars(label.code)
  // A price is never cut: a long one is printed smaller.
  const price = Math.min(text * 1.75, (width * 0.95) / textWidth(label.price, 1))
  return [
    line(label.company, small, 1),
    line(label.name, text, 2, true),
    ...(label.detail ? [line(label.detail, small, 1)] : []),
    line(label.price, price, 1, true),
    ...(bars ? [barsContent(bars, width, height * 0.28)] : []),
    ...(label.code ? [line(label.code.text, small, 1)] : []),
  ]
}

/** A code that cannot be drawn is still printed under where its bars would be. */
function safeBars({ text, kind }: NonNullable<Label["code"]>): Bars | null {
  try {
    return barsOf(text, kind)
  } catch {
    return null
  }
}

function barsContent({ widths, modules }: Bars, width: number, height: number): Content {
  const unit = Math.min(MODULE, width / (modules + 20))
  let x = (width - modules * unit) / 2
  const canvas: CanvasRect[] = []
  widths.forEach((modulesWide, index) => {
    const w = modulesWide * unit
    if (index % 2 === 0) {
      canvas.push({ type: "rect", x, y: 0, w, h: height, color: "#000000", lineWidth: 0 })
    }
    x += w
  })
  return { canvas, margin: [0, 2, 0, 1] }
}

/** Room that words leave at the end of a line when they wrap. */
const WRAP_LOSS = 0.82

/** Cuts a text to what surely fits into so many lines. */
export function fitText(text: string, fontSize: number, width: number, lines: number): string {
  const room = width * (lines === 1 ? 0.97 : lines * WRAP_LOSS)
  if (textWidth(text, fontSize) <= room) {
    return text
  }
  let cut = text
  while (cut.length > 1 && textWidth(`${cut}…`, fontSize) > room) {
    cut = cut.slice(0, -1)
  }
  return `${cut.trimEnd()}…`
}

/** About how wide a text is in bold Roboto, rather too much than too little. */
function textWidth(text: string, fontSize: number): number {
  const ems = [...text].map((sign) =>
    /\s/.test(sign) ? 0.26 : /[MWmwЖМФШЩЮЫжмфшщюы@]/.test(sign) ? 0.9 : /[\p{Lu}…%]/u.test(sign) ? 0.72 : 0.58
  )
  return ems.reduce((sum, em) => sum + em, 0) * fontSize
}

import type { Content, TDocumentDefinitions } from "pdfmake/interfaces"
import { printable } from "./fonts"
import { sheetHtml } from "./html"
import { renderPdf } from "./pdf"
import { Block, cellLines, Sheet, TableBlock, TotalsBlock } from "./sheet"

/** The roll of a till's printer: 80 mm of paper, 72 mm of which can be printed on. */
const ROLL_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#000;font:12px/1.35 system-ui,Roboto,"Noto Sans",Arial,sans-serif}
main{width:72mm;margin:0 auto;padding:2mm 0;overflow-wrap:anywhere}
h1{font-size:15px;margin:0;text-align:center}h2{font-size:12px;margin:6px 0 2px}
.subtitle{margin:2px 0 0;text-align:center}.note,.strong{margin:6px 0 0}.strong{font-weight:600}
section,.totals,table{border-top:1px dashed #000;margin-top:6px;padding-top:4px}
dl{margin:0}dl>div{display:flex;justify-content:space-between;gap:6px}dd{margin:0;text-align:right}
table{width:100%;border-collapse:collapse}thead{display:none}
td{vertical-align:top;padding:2px 0}td.right{text-align:right;white-space:nowrap;padding-left:6px}
small{display:block;font-size:11px}.totals .main{font-size:15px;font-weight:700}
.code{text-align:center}.code dl>div{text-align:left}.qr svg{width:36mm;height:36mm}.code h2{margin:2px 0}
.address{font-size:9px;margin:4px 0 0}a{color:inherit;text-decoration:none}
footer{margin-top:6px;font-size:10px;text-align:center}
@page{size:80mm auto;margin:2mm 4mm}
`.replace(/\n/g, "")

/** Prints a sheet as a page for the roll of a till. */
export function tillHtml(sheet: Sheet): Promise<string> {
  return sheetHtml(sheet, ROLL_STYLE)
}

const MM = 72 / 25.4
const WIDTH = 80 * MM
const MARGIN = 4 * MM

/** Prints a sheet on the roll of a till: one page, as long as it has to be. */
export function tillPdf(sheet: Sheet): Promise<Buffer> {
  const document: TDocumentDefinitions = {
    pageSize: { width: WIDTH, height: "auto" },
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    info: { title: printable(sheet.title) },
    language: sheet.language,
    defaultStyle: { font: "Roboto", fontSize: 9, lineHeight: 1.15 },
    content: [
      { text: printable(sheet.title), fontSize: 12, bold: true, alignment: "center" },
      ...(sheet.subtitle ? [{ text: printable(sheet.subtitle), alignment: "center" as const }] : []),
      ...sheet.blocks.flatMap((block) => [rule(), ...contentOf(block)]),
      ...(sheet.footer
        ? [{ text: printable(sheet.footer), fontSize: 7, alignment: "center" as const, margin: 4 }]
        : []),
    ],
  }
  return renderPdf(document)
}

function rule(): Content {
  const line = { type: "line" as const, x1: 0, y1: 3, x2: WIDTH - 2 * MARGIN, y2: 3, dash: { length: 2 } }
  return { canvas: [{ ...line, lineWidth: 0.5 }], margin: [0, 2, 0, 4] }
}

function contentOf(block: Block): Content[] {
  switch (block.kind) {
    case "facts":
      return [
        ...(block.title ? [{ text: printable(block.title), bold: true }] : []),
        ...block.rows.map(({ label, value }) => pair(label, value)),
      ]
    case "pair":
      return [...contentOf(block.left), ...contentOf(block.right)]
    case "table":
      return tableOf(block)
    case "totals":
      return totalsOf(block)
    case "note":
      return [{ text: printable(block.text), bold: block.is_strong }]
    case "code":
      return [
        { qr: block.url, fit: 36 * MM, alignment: "center" },
        { text: printable(block.caption), alignment: "center", bold: true },
        ...(block.texts ?? []).map(({ label, value }) => pair(label, value)),
        { text: block.url, link: block.url, fontSize: 6, alignment: "center" },
      ]
  }
}

function pair(left: string, right: string, style: object = {}): Content {
  return {
    columnGap: 6,
    columns: [
      { text: printable(left), width: "auto" },
      { text: printable(right), alignment: "right" },
    ],
    ...style,
  }
}

/** The first column takes what room there is; the others stand at the right. */
function tableOf({ title, rows }: TableBlock): Content[] {
  const cells = rows.map(([first, ...others]): Content => {
    const { text, note } = cellLines(first)
    return {
      columnGap: 6,
      margin: [0, 0, 0, 2],
      columns: [
        { stack: [printable(text), ...(note ? [{ text: printable(note), fontSize: 8 }] : [])] },
        ...others.map((cell) => ({
          text: printable(cellLines(cell).text),
          width: "auto" as const,
          alignment: "right" as const,
        })),
      ],
    }
  })
  return [...(title ? [{ text: printable(title), bold: true }] : []), ...cells]
}

function totalsOf({ rows }: TotalsBlock): Content[] {
  return rows.map(({ label, value, is_main }) =>
    pair(label, value, is_main ? { bold: true, fontSize: 12 } : {})
  )
}

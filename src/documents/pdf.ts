import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces"
import { lazily } from "../lib/lazily"
import { FONTS, printable } from "./fonts"
import { Block, Cell, cellLines, CodeBlock, FactsBlock, Sheet, TableBlock, TotalsBlock } from "./sheet"

const GREY = "#555555"
const LINE = "#bbbbbb"

const pdfmake = lazily<typeof import("pdfmake")>("pdfmake")

/** Prints a sheet on A4. */
export async function sheetPdf(sheet: Sheet): Promise<Buffer> {
  const document: TDocumentDefinitions = {
    pageSize: "A4",
    pageMargins: [40, 40, 40, 50],
    info: { title: printable(sheet.title) },
    language: sheet.language,
    defaultStyle: { font: "Roboto", fontSize: 9, lineHeight: 1.2 },
    content: [
      { text: printable(sheet.title), fontSize: 16, bold: true },
      ...(sheet.subtitle ? [{ text: printable(sheet.subtitle), color: GREY, fontSize: 10 }] : []),
      ...sheet.blocks.map(blockContent),
    ],
    footer: (page: number, pages: number) => ({
      margin: [40, 10, 40, 0],
      columns: [
        { text: printable(sheet.footer ?? ""), color: GREY, fontSize: 7 },
        { text: `${page} / ${pages}`, color: GREY, fontSize: 7, alignment: "right", width: 40 },
      ],
    }),
  }
  return renderPdf(document)
}

/** Prints a definition of pdfmake's, with our fonts and nothing from outside. */
export function renderPdf(document: TDocumentDefinitions): Promise<Buffer> {
  const printer = pdfmake()
  // Nothing on our pages comes from outside: no address is fetched, no file but the fonts is read.
  printer.setFonts(FONTS)
  printer.setUrlAccessPolicy(() => false)
  printer.setLocalAccessPolicy((file: string) => Object.values(FONTS.Roboto).includes(file))
  return printer.createPdf(document).getBuffer()
}

function blockContent(block: Block): Content {
  switch (block.kind) {
    case "facts":
      return { margin: [0, 10, 0, 0], stack: factsStack(block) }
    case "pair":
      return {
        margin: [0, 10, 0, 0],
        columnGap: 20,
        columns: [{ stack: factsStack(block.left) }, { stack: factsStack(block.right) }],
      }
    case "table":
      return table(block)
    case "totals":
      return totals(block)
    case "note":
      return {
        margin: [0, 10, 0, 0],
        text: printable(block.text),
        bold: block.is_strong,
        color: block.is_strong ? undefined : GREY,
      }
    case "code":
      return code(block)
  }
}

function factsStack({ title, rows }: FactsBlock): Content[] {
  return [
    ...(title ? [{ text: printable(title), bold: true, fontSize: 10, margin: [0, 0, 0, 2] as never }] : []),
    ...rows.map(({ label, value }) => ({
      text: [{ text: `${printable(label)}: `, color: GREY }, printable(value)],
    })),
  ]
}

function table({ title, columns, rows }: TableBlock): Content {
  const head: TableCell[] = columns.map(({ label, align }) => ({
    text: printable(label),
    bold: true,
    alignment: align,
  }))
  const cell = (value: Cell, index: number): TableCell => {
    const { text, note } = cellLines(value)
    return {
      alignment: columns[index].align,
      stack: [
        { text: printable(text) },
        ...(note ? [{ text: printable(note), color: GREY, fontSize: 7 }] : []),
      ],
    }
  }
  return {
    margin: [0, 10, 0, 0],
    stack: [
      ...(title ? [{ text: printable(title), bold: true, fontSize: 10, margin: [0, 0, 0, 3] as never }] : []),
      {
        layout: { hLineColor: () => LINE, vLineWidth: () => 0, hLineWidth: () => 0.5 },
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: columns.map(({ is_wide }) => (is_wide ? "*" : "auto")),
          body: [head, ...rows.map((row) => row.map(cell))],
        },
      },
    ],
  }
}

function totals({ rows }: TotalsBlock): Content {
  return {
    margin: [0, 8, 0, 0],
    unbreakable: true,
    layout: "noBorders",
    table: {
      widths: ["*", "auto"],
      body: rows.map(({ label, value, is_main }) =>
        [label, value].map((text) => ({
          text: printable(text),
          alignment: "right",
          bold: is_main,
          fontSize: is_main ? 12 : 9,
        }))
      ),
    },
  }
}

function code({ url, caption, texts = [] }: CodeBlock): Content {
  return {
    margin: [0, 16, 0, 0],
    unbreakable: true,
    columnGap: 16,
    columns: [
      { qr: url, fit: 110, width: 115 },
      {
        stack: [
          { text: printable(caption), bold: true },
          ...texts.map(({ label, value }) => ({
            text: [{ text: `${printable(label)}: `, color: GREY }, printable(value)],
          })),
          { text: url, link: url, color: GREY, fontSize: 7, margin: [0, 4, 0, 0] },
        ],
      },
    ],
  }
}

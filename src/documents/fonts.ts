import path from "node:path"

const folder = path.join(path.dirname(require.resolve("pdfmake/package.json")), "fonts/Roboto")

/** The font that pdfmake ships: Latin, and all of the Cyrillic that Russian and Uzbek need. */
export const FONTS = {
  Roboto: {
    normal: path.join(folder, "Roboto-Regular.ttf"),
    bold: path.join(folder, "Roboto-Medium.ttf"),
    italics: path.join(folder, "Roboto-Italic.ttf"),
    bolditalics: path.join(folder, "Roboto-MediumItalic.ttf"),
  },
}

/** Signs that Roboto lacks, and the ones that look the same and that it has. */
const SUBSTITUTES: Record<string, string> = {
  "\u02bb": "\u2018", // the turned comma of oʻ and gʻ
  "\u202f": "\u00a0",
  "\u2007": "\u00a0",
}

/** A text with nothing in it that would print as an empty box where an equal sign exists. */
export function printable(text: string): string {
  return text.normalize("NFC").replace(/[\u02bb\u202f\u2007]/g, (sign) => SUBSTITUTES[sign])
}

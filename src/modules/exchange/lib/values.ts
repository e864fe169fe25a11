import { isEan } from "../../../lib/barcode"
import { isIkpu } from "../../../lib/tax-id"
import { Cell } from "./fields"

/** Why a cell cannot be taken; the texts for people are the workflows' (`row-texts.ts`). */
export type CellProblem = { code: string; params?: Record<string, string | number> }
export type Read<T> = { value: T } | { problem: CellProblem }

const problem = (code: string, params?: CellProblem["params"]): { problem: CellProblem } => ({
  problem: params ? { code, params } : { code },
})

/** Money and pieces behind a number: "12 500 so‘m", "5 шт.". */
const UNITS = /(so[ʻʼ‘’'`´]?m|sum|uzs|сум|сўм|dona|ta|шт|pcs)\.?$/i
const SCIENTIFIC = /^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i

/**
 * A number as people write it: "1 250 000,50", "1.250.000", "12 500 so‘m", "25%". The last of two kinds of separators is
 * the decimal one. One kind alone is decimal, unless three digits follow it: then it parts thousands, where thousands
 * are to be expected.
 * @param hasThousands false for percents: there "12,500" is twelve and a half
 */
export function parseNumber(cell: Cell, hasThousands = true): Read<number> {
  if (typeof cell === "number") {
    return Number.isFinite(cell) ? { value: cell } : problem("not_a_number")
  }
  const text = cell
    .normalize("NFKC")
    .trim()
    .replace(/%$/, "")
    .replace(UNITS, "")
    .replace(/[\s'’_]/g, "")
  const separators = text.match(/[.,]/g) ?? []
  const kinds = new Set(separators)
  const decimal =
    kinds.size === 2
      ? separators.at(-1)!
      : separators.length === 1 && !(hasThousands && /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text))
        ? separators[0]
        : null
  const [whole, fraction, ...rest] = decimal ? text.split(decimal) : [text]
  const isGrouped = /^[+-]?\d{1,3}([.,]\d{3})+$/.test(whole)
  if (rest.length > 0 || !(isGrouped || /^[+-]?\d+$/.test(whole)) || !/^\d*$/.test(fraction ?? "")) {
    return problem(SCIENTIFIC.test(text) ? "rounded_by_sheet" : "not_a_number")
  }
  return { value: Number(`${whole.replace(/[.,]/g, "")}.${fraction || "0"}`) }
}

/** A number within bounds and with at most two decimals. */
export function parseBounded(
  cell: Cell,
  bounds: { min: number; max: number; decimals: number; hasThousands?: boolean }
): Read<number> {
  const read = parseNumber(cell, bounds.hasThousands)
  if ("problem" in read) {
    return read
  }
  const scaled = read.value * 10 ** bounds.decimals
  if (read.value < bounds.min || read.value > bounds.max) {
    return problem("out_of_range", { min: bounds.min, max: bounds.max })
  }
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6) {
    return bounds.decimals === 0 ? problem("not_whole") : problem("too_many_decimals")
  }
  return { value: read.value }
}

/**
 * A code of digits as text. A sheet's number is taken digit by digit, or refused where the sheet cannot hold that many;
 * what a sheet has already rounded ("8.6E+12") is refused: its end is lost.
 */
function codeText(cell: Cell): Read<string> {
  if (typeof cell === "number") {
    return Number.isSafeInteger(cell) && cell >= 0 ? { value: String(cell) } : problem("rounded_by_sheet")
  }
  const text = cell.normalize("NFKC").replace(/\s/g, "").replace(/^'/, "")
  return SCIENTIFIC.test(text) && /[.,+]/.test(text) ? problem("rounded_by_sheet") : { value: text }
}

function checkedCode(cell: Cell, code: string, isRight: (text: string) => boolean): Read<string> {
  const read = codeText(cell)
  return "problem" in read || isRight(read.value) ? read : problem(code)
}

export const parseBarcode = (cell: Cell) => checkedCode(cell, "barcode_wrong", isEan)
export const parseIkpu = (cell: Cell) => checkedCode(cell, "ikpu_wrong", isIkpu)
export const parsePackageCode = (cell: Cell) =>
  checkedCode(cell, "package_code_wrong", (text) => /^\d{1,10}$/.test(text))
export const parseShopCode = (cell: Cell) =>
  checkedCode(cell, "shop_code_wrong", (text) => /^[A-Za-z0-9-]{1,20}$/.test(text))

const YES =
  /^(1|\+|ha|h|xa|да|д|ҳа|ха|yes|y|true|rost|истина|korinadi|sotuvda|кўринади|виден|видно|visible|active)$/
const NO = /^(0|yoq|yuq|y oq|нет|н|йўқ|йук|йуқ|no|n|false|yolgon|ложь|yashirin|яширин|скрыт|hidden|inactive)$/

/** Yes or no, in the words of our languages. */
export function parseYesNo(cell: Cell): Read<boolean> {
  const text = String(cell)
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/['`´ʻʼ‘’]/g, "")
  return YES.test(text) ? { value: true } : NO.test(text) ? { value: false } : problem("not_yes_or_no")
}

/** Text up to a length. What our export marked against formulas loses its mark. */
export function parseText(cell: Cell, max: number): Read<string> {
  const text = String(cell)
    .trim()
    .replace(/^'(?=[=+\-@\t\r'])/, "")
  return text.length > max ? problem("too_long", { max }) : { value: text }
}

/** Links to pictures, parted by spaces, lines or semicolons; six at most. */
export function parseImages(cell: Cell): Read<string[]> {
  const links = String(cell)
    .split(/[\s;]+|,(?=https?:|\/static\/)/)
    .filter(Boolean)
  if (links.length > 6) {
    return problem("too_many_images", { max: 6 })
  }
  const isLink = (url: string) =>
    url.length <= 2000 && (/^https?:\/\/[^\s/]+/.test(url) || url.startsWith("/static/"))
  return links.every(isLink) ? { value: links } : problem("image_wrong")
}

/** "Rang: qizil; Hajm: XL" → `{ Rang: "qizil", Hajm: "XL" }`; three at most. */
export function parseOptions(cell: Cell): Read<Record<string, string>> {
  const pairs = String(cell)
    .split(/[;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) =>
      /^([^:=]{1,50})[:=](.{1,100})$/
        .exec(part)
        ?.slice(1, 3)
        .map((text) => text.trim())
    )
  const isRight =
    pairs.length >= 1 &&
    pairs.length <= 3 &&
    pairs.every((pair) => pair && pair[0] && pair[1]) &&
    new Set(pairs.map((pair) => pair![0])).size === pairs.length
  return isRight ? { value: Object.fromEntries(pairs as string[][]) } : problem("options_wrong")
}

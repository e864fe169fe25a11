import { eanCheckDigit } from "../../src/lib/barcode"
import { GOODS_LIST } from "./goods-list"

/** One of the goods that relevance is judged on. */
export type Good = {
  id: string
  handle: string
  title: string
  description: string
  category: string
  company: string
  sku: string
  barcode: string
  /** What the judges go by; no engine sees them. */
  tags: string[]
}

/** All goods, numbered as they stand in the list. */
export const GOODS: Good[] = readGoods(GOODS_LIST)

function readGoods(list: string): Good[] {
  const goods: Good[] = []
  let section = { tags: [] as string[], category: "", company: "" }
  for (const line of list.split("\n").filter((each) => each.trim())) {
    if (line.startsWith("@")) {
      const [tags, category, company] = cells(line.slice(1), "|")
      section = { tags: tags.split(" "), category, company }
    } else {
      goods.push(goodOf(line, section, goods.length + 1))
    }
  }
  return goods
}

function goodOf(
  line: string,
  section: { tags: string[]; category: string; company: string },
  number: number
): Good {
  const [title, tags = "", description = ""] = cells(line, ";")
  const { category, company } = section
  return {
    id: `prod_rel_${String(number).padStart(3, "0")}`,
    handle: `rel-${number}`,
    title,
    description,
    category,
    company,
    sku: skuOf(company, number),
    barcode: barcodeOf(number),
    tags: [...section.tags, ...tags.split(" ").filter(Boolean)],
  }
}

/** A shop's own code: its initials and a number of five digits. */
function skuOf(company: string, number: number): string {
  const initials = company
    .split(" ")
    .map((word) => word[0])
    .join("")
  return `${initials}-${String(10_000 + number * 7)}`
}

/** An EAN-13 of Uzbekistan's prefix (478). */
function barcodeOf(number: number): string {
  const body = `478${String(200_000_000 + number * 1_117)}`
  return body + String(eanCheckDigit(body))
}

function cells(line: string, separator: string): string[] {
  return line.split(separator).map((cell) => cell.trim())
}

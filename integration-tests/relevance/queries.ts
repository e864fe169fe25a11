import { GOODS, type Good } from "./goods"
import { HELD_OUT_LIST } from "./held-out-list"
import { QUERIES_LIST } from "./queries-list"

export const SCRIPTS = ["uz", "uzc", "ru", "en"] as const
export const KINDS = [
  "exact",
  "other-script",
  "mixed",
  "brand",
  "brand-category",
  "multi-word",
  "typo",
  "layout",
  "prefix",
  "ending",
  "synonym",
  "unit",
  "apostrophe",
  "code",
  "nothing",
] as const

export type JudgedQuery = {
  q: string
  script: (typeof SCRIPTS)[number]
  kind: (typeof KINDS)[number]
  /** Grades 1–3 by the good's id; what is not here is 0. */
  grades: ReadonlyMap<string, number>
}

/** Letters that a shop's code is typed with when the keyboard is left in Cyrillic. */
const CYRILLIC: Record<string, string> = { D: "Д", B: "Б", M: "М" }

/** The judged queries; fails when a line cannot be read or a rule meets no good. */
export const QUERIES: JudgedQuery[] = readQueries(QUERIES_LIST)

/** Queries that nothing was tuned on. */
export const HELD_OUT: JudgedQuery[] = readQueries(HELD_OUT_LIST)

function readQueries(list: string): JudgedQuery[] {
  return list
    .split("\n")
    .filter((line) => line.trim())
    .map(readQuery)
}

function readQuery(line: string): JudgedQuery {
  const [text, script, kind, rules] = line.split("|").map((cell) => cell.trim())
  const known = (SCRIPTS as readonly string[]).includes(script) && (KINDS as readonly string[]).includes(kind)
  if (!known || !rules || (rules === "none") !== (kind === "nothing")) {
    throw new Error(`this line of the judged queries cannot be read: ${line}`)
  }
  return {
    q: filledIn(text),
    script: script as JudgedQuery["script"],
    kind: kind as JudgedQuery["kind"],
    grades: rules === "none" ? new Map() : gradesOf(rules.split(";").map((rule) => rule.trim())),
  }
}

function gradesOf(rules: string[]): Map<string, number> {
  const grades = new Map<string, number>()
  for (const rule of rules) {
    const [grade, ...tags] = rule.split(" ")
    const goods = goodsWith(tags)
    if (!goods.length || !/^[123]$/.test(grade)) {
      throw new Error(`no good is meant by the rule "${rule}"`)
    }
    goods.forEach(({ id }) => grades.set(id, Math.max(Number(grade), grades.get(id) ?? 0)))
  }
  return grades
}

function goodsWith(tags: string[]): Good[] {
  return GOODS.filter((good) =>
    tags.every((tag) => (tag.startsWith("!") ? !good.tags.includes(tag.slice(1)) : good.tags.includes(tag)))
  )
}

/** `{barcode tags}` and `{sku tags}`, the latter also as people type it. */
function filledIn(text: string): string {
  const [, field, tags] = /^\{([a-z-]+) (.+)\}$/.exec(text) ?? []
  if (!field) {
    return text
  }
  const goods = goodsWith(tags.split(" "))
  if (goods.length !== 1) {
    throw new Error(`${text} means ${goods.length} goods, not one`)
  }
  const [{ barcode, sku }] = goods
  const forms: Record<string, string> = {
    barcode,
    sku,
    "sku-glued": sku.replace("-", ""),
    "sku-lower": sku.toLowerCase(),
    "sku-cyrillic": sku.replace(/[A-Z]/g, (letter) => CYRILLIC[letter] ?? letter),
  }
  return forms[field]
}

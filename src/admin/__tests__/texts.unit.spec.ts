import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { en } from "../i18n/en/texts"
import { ru } from "../i18n/ru/texts"
import { uz } from "../i18n/uz/texts"

/** Every text of the pages exists in three languages, and none stands in a page itself. */

const admin = join(__dirname, "..")

type Tree = { [key: string]: string | Tree }

/** "orders.title" → its text. */
function leaves(tree: Tree, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): Array<[string, string]> =>
      typeof value === "string" ? [[`${path}${key}`, value]] : [...leaves(value, `${path}${key}.`)]
    )
  )
}

const PLURAL = /_(one|few|many|other)$/
const FORMS = { uz: ["one", "other"], ru: ["one", "few", "many", "other"], en: ["one", "other"] }
const texts = { uz: leaves(uz), ru: leaves(ru), en: leaves(en) }
const bare = (key: string) => key.replace(PLURAL, "")
const holes = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort()

describe.each(["ru", "en"] as const)("texts in %s", (lang) => {
  it("are the same as in Uzbek, key by key", () => {
    const keysOf = (map: Map<string, string>) => [...new Set([...map.keys()].map(bare))].sort()
    expect(keysOf(texts[lang])).toEqual(keysOf(texts.uz))
  })

  it("have the same holes for values", () => {
    const differing = [...texts[lang]]
      .filter(([key]) => !PLURAL.test(key))
      .filter(([key, text]) => holes(text).join() !== holes(texts.uz.get(key) ?? "").join())
    expect(differing).toEqual([])
  })
})

describe.each(["uz", "ru", "en"] as const)("texts in %s", (lang) => {
  it("are never empty, and have every plural form of the language", () => {
    expect([...texts[lang]].filter(([, text]) => !text.trim())).toEqual([])
    const plurals = [...texts[lang].keys()].filter((key) => PLURAL.test(key)).map(bare)
    const missing = [...new Set(plurals)].flatMap((key) =>
      FORMS[lang].map((form) => `${key}_${form}`).filter((name) => !texts[lang].has(name))
    )
    expect(missing).toEqual([])
  })
})

it("Uzbek is written in its Latin letters, Russian in Cyrillic", () => {
  const cyrillic = [...texts.uz].filter(([, text]) => /[а-яё]/i.test(text))
  expect(cyrillic).toEqual([])
  const latin = [...texts.ru].filter(([, text]) => /^[a-z ,.’‘-]{12,}$/i.test(text))
  expect(latin).toEqual([])
})

const files = readdirSync(admin, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".tsx")
)

/** Attributes that people read or hear. */
const READ = new Set([
  "title",
  "label",
  "placeholder",
  "alt",
  "aria-label",
  "hint",
  "question",
  "description",
  "text",
  "name",
])
/** Letters that mean something to a reader; `×`, `SHA-256`-like marks and units stay out by their shape. */
const SAYS = /\p{L}{2,}/u

function literalsIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(admin, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX
  )
  const found: string[] = []
  const say = (node: ts.Node, text: string) =>
    found.push(`${file}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}: ${text.trim()}`)
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && SAYS.test(node.text)) {
      say(node, node.text)
    }
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText(source)
      const isElementName = name === "name" && !/ /.test(node.initializer.text)
      if (READ.has(name) && !isElementName && SAYS.test(node.initializer.text)) {
        say(node, `${name}="${node.initializer.text}"`)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it("no page holds words of its own", () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap(literalsIn)).toEqual([])
})

it("every text that is asked for by name exists", () => {
  const known = new Set([...texts.uz.keys()].map(bare))
  const code = readdirSync(admin, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes("i18n") && !file.includes("__tests__")
  )
  const asked = code.flatMap((file) =>
    [...readFileSync(join(admin, file), "utf8").matchAll(/\bt\(\s*"([\w.]+)"/g)].map(
      ([, key]) => `${key} (${file})`
    )
  )
  expect(asked.filter((line) => !known.has(line.split(" ")[0]))).toEqual([])
})

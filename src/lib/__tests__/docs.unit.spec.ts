import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const root = path.join(__dirname, "../../..")

/** Codes as the source passes them: the upper-case text after a kind of error, or after its message. */
function codesInSource(): string[] {
  const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("__tests__"))
    .map((name) => readFileSync(path.join(root, "src", name), "utf8"))
  const errors = files.filter((text) => /MedusaError|catalogueError/.test(text)).join("\n")
  const codes = errors.match(/"[A-Z]+(_[A-Z]+)+"/g) ?? []
  return [...new Set(codes.map((code) => code.slice(1, -1)))].sort()
}

describe("docs/errors.md", () => {
  it("lists exactly the codes that the source can answer", () => {
    const page = readFileSync(path.join(root, "docs/errors.md"), "utf8")
    const listed = [...page.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code)
    expect(listed.sort()).toEqual(codesInSource())
  })
})

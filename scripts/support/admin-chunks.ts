import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * Medusa's plugin build names the chunks of an admin extension without an ending. A host's Tailwind looks for class names
 * in `.js` files only and would leave our pages half dressed, so every chunk gets the ending of what it is.
 */

const endingOf = (code: string): string => (/^(import|export)\b/m.test(code) ? ".mjs" : ".js")

/**
 * Gives the chunks under `admin/_chunks` their endings, in their names and wherever they are asked for.
 * @param admin the folder that holds `index.js`, `index.mjs` and `_chunks`
 */
export function nameChunks(admin: string): void {
  const folder = join(admin, "_chunks")
  if (!existsSync(folder)) {
    return
  }
  const bare = readdirSync(folder).filter((name) => !/\.m?js$/.test(name))
  const endings = new Map(bare.map((name) => [name, endingOf(readFileSync(join(folder, name), "utf8"))]))
  const named = (code: string) =>
    code.replace(
      /(["'])(\.\/(?:_chunks\/)?)([\w.-]+)\1/g,
      (whole, quote: string, path: string, name: string) =>
        endings.has(name) ? `${quote}${path}${name}${endings.get(name)}${quote}` : whole
    )
  for (const file of ["index.js", "index.mjs"].map((name) => join(admin, name))) {
    writeFileSync(file, named(readFileSync(file, "utf8")))
  }
  for (const [name, ending] of endings) {
    writeFileSync(join(folder, name), named(readFileSync(join(folder, name), "utf8")))
    renameSync(join(folder, name), join(folder, `${name}${ending}`))
  }
}

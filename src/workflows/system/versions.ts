import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

/** The version in our own package.json: some folders up, in the sources as in what they are compiled to. */
function ownVersion(from: string): string | null {
  const file = join(from, "package.json")
  if (existsSync(file)) {
    const { name, version } = JSON.parse(readFileSync(file, "utf8")) as { name?: string; version?: string }
    if (name === "bozor") {
      return version ?? null
    }
  }
  return dirname(from) === from ? null : ownVersion(dirname(from))
}

function medusaVersion(): string | null {
  const file = require.resolve("@medusajs/medusa/package.json")
  return (JSON.parse(readFileSync(file, "utf8")) as { version?: string }).version ?? null
}

/** Versions of what runs here. */
export function versions() {
  return { bozor: ownVersion(__dirname), medusa: medusaVersion(), node: process.versions.node }
}

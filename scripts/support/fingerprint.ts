import { createHash, type Hash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join, relative } from "node:path"

import { root } from "./script"

function add(hash: Hash, path: string): void {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      add(hash, join(path, name))
    }
    return
  }
  hash
    .update(`${relative(root, path)}\0`)
    .update(readFileSync(path))
    .update("\0")
}

/** One hash over files and whole folders of the project; what is missing counts as empty. */
export function fingerprint(paths: string[]): string {
  const hash = createHash("sha256")
  for (const path of paths.map((each) => join(root, each)).filter((each) => existsSync(each))) {
    add(hash, path)
  }
  return hash.digest("hex")
}

/** Everything that decides what the database must look like. */
export function schemaFingerprint(): string {
  const modules = readdirSync(join(root, "src/modules")).sort()
  const schemas = modules.flatMap((name) => [`src/modules/${name}/migrations`, `src/modules/${name}/models`])
  const others = ["src/register.ts", "src/links", "src/search", "src/migration-scripts", "package-lock.json"]
  return fingerprint([...schemas, ...others])
}

/** Everything that decides what the admin's bundle looks like; the lock file holds the versions of Medusa's part, and the
 * pages compute prices by the server's own pure rules. */
export function adminFingerprint(): string {
  return fingerprint(["src/admin", "src/lib", "src/modules/listing/lib", "package-lock.json"])
}

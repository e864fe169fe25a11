import { SearchDocument } from "@medusajs/framework/types"
import { projectDocument } from "@medusajs/framework/utils"

/** What a search shows of a document. Ours are flat, and a flat one needs no walk along paths. */
export function projected(document: SearchDocument, paths: readonly string[]): SearchDocument {
  if (paths.some((path) => path.includes("."))) {
    return projectDocument(document, [...paths]) as SearchDocument
  }
  const shown: Record<string, unknown> = {}
  for (const path of paths) {
    if (document[path] !== undefined) {
      shown[path] = document[path]
    }
  }
  return shown as SearchDocument
}

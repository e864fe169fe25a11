import { ExecArgs } from "@medusajs/framework/types"
import { rebuildCatalog } from "../workflows/catalog"
import { CATALOG_EVENT, CatalogEvent } from "../workflows/catalog/told"

const tell = (event: CatalogEvent) => process.stdout.write(`${CATALOG_EVENT}${JSON.stringify(event)}\n`)

/** `npm run catalog:rebuild` runs this inside Medusa. */
export default async function rebuild({ container }: ExecArgs) {
  const begun = Date.now()
  const built = await rebuildCatalog(container, (done, total) => tell({ progress: { done, total } }))
  tell({ built: { ...built, ms: Date.now() - begun } })
}

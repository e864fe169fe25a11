import { MedusaContainer } from "@medusajs/framework/types"
import { keepCatalog } from "../workflows/catalog"

/**
 * Brings the storefront's documents up to date where no shopper has made that happen, and builds the first version of a market
 * that has none. What goes wrong is tried again in a minute.
 */
export default async function keepCatalogFresh(container: MedusaContainer) {
  await keepCatalog(container)
}

export const config = { name: "keep-catalog", schedule: "* * * * *" }

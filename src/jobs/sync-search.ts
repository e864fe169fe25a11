import { MedusaContainer } from "@medusajs/framework/types"
import { syncSearch } from "../workflows/search"

/** Tells the search indexes what no shopper's request has made somebody tell them. What goes wrong is tried again in a minute. */
export default async function syncSearchIndexes(container: MedusaContainer) {
  await syncSearch(container)
}

export const config = { name: "sync-search", schedule: "* * * * *" }

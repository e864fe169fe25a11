import { MedusaContainer } from "@medusajs/framework/types"
import { keepSearches } from "../workflows/search-log"

/** Writes the searches that wait in this process, and makes anew what is popular. */
export default async function keepSearchLog(container: MedusaContainer) {
  await keepSearches(container)
}

export const config = { name: "keep-searches", schedule: "* * * * *" }

import { MedusaContainer } from "@medusajs/framework/types"
import { tellLikeNews, watchEverything } from "../workflows/like"

/** Looks whether liked goods have become cheaper or come back, and tells; also what a process that died has not told. */
export default async function watchLikes(container: MedusaContainer) {
  await watchEverything(container)
  await tellLikeNews(container)
}

export const config = { name: "watch-likes", schedule: "*/5 * * * *" }

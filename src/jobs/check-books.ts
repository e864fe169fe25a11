import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { checkBooksNow, reportLines } from "../workflows/books"

/** Once a day the books are compared with one another; what does not agree is named in the log, as an error. */
export default async function checkBooksDaily(container: MedusaContainer) {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const books = await checkBooksNow(container)
  if (books.imbalances.length > 0) {
    logger.error(reportLines(books).join("\n"))
  }
}

/** 03:00 in Tashkent. */
export const config = { name: "check-books", schedule: "0 22 * * *" }

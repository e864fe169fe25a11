import { checkBooks } from "../src/workflows/books/check"
import { reportLines } from "../src/workflows/books/report"
import { rawOf } from "./support/named-bindings"
import { readMarket, say } from "./support/read-market"
import { runScript } from "./support/script"

/**
 * `npm run books:check`: compares orders, payments, gateway, receipts, ledger and statements of this market, and ends
 * with 1 when something does not agree, naming the rows. It reads only, in one snapshot; a server may run beside it.
 */

/** What is being booked at this moment is no imbalance. */
const IN_PROGRESS_MS = 60_000

runScript(() =>
  readMarket("npm run books:check", async (client) => {
    const books = await checkBooks(rawOf(client), new Date(Date.now() - IN_PROGRESS_MS))
    await say(reportLines(books).join("\n"))
    return books.imbalances.length > 0 ? 1 : 0
  })
)

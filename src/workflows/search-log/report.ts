import { MedusaContainer } from "@medusajs/framework/types"
import { searchLogOf } from "./log"
import { readReport, SearchReport } from "./queries/report"

/** What was searched for in a period, with what waits in this process. */
export async function searchReport(
  container: MedusaContainer,
  period: { from: string; to: string }
): Promise<SearchReport> {
  await searchLogOf(container).tryFlush()
  return readReport(container, period)
}

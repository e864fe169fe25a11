import { writeFile } from "node:fs/promises"
import { ExecArgs } from "@medusajs/framework/types"
import { measureMarket } from "../integration-tests/relevance/market"

/** Asks the market's search all judged queries (`npm run relevance`) and leaves the figures in the file it is told; which engine, says the second argument. */
export default async function relevance({ container, args }: ExecArgs): Promise<void> {
  await writeFile(args[0], JSON.stringify(await measureMarket(container, args[1])))
}

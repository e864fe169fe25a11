import { appendFileSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { dirname } from "node:path"
import { setFlagsFromString } from "node:v8"
import { ExecArgs } from "@medusajs/framework/types"
import { readEnv } from "../lib/env"
import { AzatonRefused, ReportFiles, runAzatonImport } from "../workflows/azaton"
import { AZATON_EVENT, AzatonOrder } from "../workflows/azaton/order"

/** By how much the heap may grow over what is alive before it is swept; otherwise rows that are done with pile up to several times that. */
const HEAP_GROWTH_PERCENT = 40

const tell = (event: Record<string, unknown>) =>
  process.stdout.write(`${AZATON_EVENT}${JSON.stringify(event)}\n`)

/** `npm run import:azaton` runs this inside Medusa. Owners' links go into their private file and nowhere else. */
export default async function importAzaton({ container, args }: ExecArgs) {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`)
  const order = JSON.parse(readFileSync(args[0], "utf8")) as AzatonOrder
  rmSync(args[0])
  const files = new ReportFiles(order.report)
  mkdirSync(dirname(order.links), { recursive: true })
  try {
    const report = await runAzatonImport(container, {
      ...order,
      links: (line) => appendFileSync(order.links, `${withAddress(line)}\n`, { mode: 0o600 }),
      onNote: files.note,
      onProgress: (progress) => tell({ progress }),
    })
    const paths = await files.finish(report)
    tell({ done: { ...paths, exit_code: report.exit_code, owner_links: report.owner_links } })
  } catch (error) {
    await files.drop()
    if (!(error instanceof AzatonRefused)) {
      throw error
    }
    tell({ refused: error.message })
  }
}

/** A link that can be opened: the writer knows its path only. */
function withAddress(line: string): string {
  const { BOZOR_URL: url, PORT: port } = readEnv()
  return line.replace(
    /(^|\s)(\/\S+)$/,
    (_, space: string, path: string) =>
      `${space}${(url ?? `http://localhost:${port}`).replace(/\/$/, "")}${path}`
  )
}

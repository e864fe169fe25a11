import { appendFileSync, readFileSync, rmSync } from "node:fs"
import { ExecArgs } from "@medusajs/framework/types"
import { readEnv } from "../lib/env"
import { AzatonRefused, ImportInput, ReportFiles, runAzatonImport } from "../workflows/azaton"

/** What `npm run import:azaton` asks for; in a file that only this user may read, for the address holds a password. */
export type AzatonOrder = Pick<
  ImportInput,
  "url" | "label" | "dry_run" | "fixed_expenses" | "grant_from_orders"
> & { report: string; links: string }

/** Lines of the standard output that begin so are for `npm run import:azaton`; the rest is the log. */
export const EVENT = "@azaton "

const tell = (event: Record<string, unknown>) => process.stdout.write(`${EVENT}${JSON.stringify(event)}\n`)

/** `npm run import:azaton` runs this inside Medusa. Owners' links go into their private file and nowhere else. */
export default async function importAzaton({ container, args }: ExecArgs) {
  const order = JSON.parse(readFileSync(args[0], "utf8")) as AzatonOrder
  rmSync(args[0])
  const files = new ReportFiles(order.report)
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
  return line.replace(/(^|\s)(\/\S+)$/, (_, space: string, path: string) =>
    `${space}${(url ?? `http://localhost:${port}`).replace(/\/$/, "")}${path}`
  )
}

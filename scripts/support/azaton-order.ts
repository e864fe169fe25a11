import { resolve } from "node:path"
import { parseArgs } from "node:util"

import type { AzatonOrder } from "../../src/workflows/azaton/order"
import { PlainError } from "./plain-error"

const USAGE =
  "npm run import:azaton -- --source postgres://user:password@host:5432/name [--dry-run] [--report file] " +
  "[--fixed-expenses=snapshot|monthly] [--grant-from-orders] [--label name] [--links file]"

const OPTIONS = {
  source: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  report: { type: "string" },
  "fixed-expenses": { type: "string", default: "snapshot" },
  "grant-from-orders": { type: "boolean", default: false },
  label: { type: "string" },
  links: { type: "string" },
} as const

/**
 * What the arguments of `npm run import:azaton` ask for.
 * @param inside where the files go that nobody named
 * @throws {PlainError} with the usage
 */
export function azatonOrder(args: string[], inside: (name: string) => string): AzatonOrder {
  const values = read(args)
  const url = values.source ?? ""
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new PlainError(`The old database's address is needed: ${USAGE}`)
  }
  const mode = values["fixed-expenses"]
  if (mode !== "snapshot" && mode !== "monthly") {
    throw new PlainError(`--fixed-expenses is snapshot or monthly: ${USAGE}`)
  }
  const label = values.label ?? (decodeURIComponent(new URL(url).pathname.slice(1)) || "azaton")
  if (!/^[\w.-]{1,60}$/.test(label)) {
    throw new PlainError(`--label is 1 to 60 letters, digits, dots, hyphens or underscores: ${USAGE}`)
  }
  return {
    url,
    label,
    dry_run: values["dry-run"],
    fixed_expenses: mode,
    grant_from_orders: values["grant-from-orders"],
    report: values.report ? resolve(values.report) : inside(`${label}-report.json`),
    links: values.links ? resolve(values.links) : inside(`${label}-links.txt`),
  }
}

function read(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split(".")[0]}: ${USAGE}`)
  }
}

import type { ImportInput } from "./run"

/** What `npm run import:azaton` asks its command for; in a file of one user's, for the address holds a password. */
export type AzatonOrder = Pick<
  ImportInput,
  "url" | "label" | "dry_run" | "fixed_expenses" | "grant_from_orders"
> & { report: string; links: string }

/** Lines of the command's standard output that begin so are for `npm run import:azaton`; the rest is the log. */
export const AZATON_EVENT = "@azaton "

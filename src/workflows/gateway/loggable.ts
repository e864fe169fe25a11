import { MedusaError } from "@medusajs/framework/utils"

/** What PostgreSQL and the network say about an error without quoting anybody's data. */
const FACTS = ["code", "table", "column", "constraint"] as const

type Thrown = Partial<Record<(typeof FACTS)[number] | "name" | "stack", unknown>>

/**
 * An error as the log may keep it. The database driver writes a failing statement with its values into the message, and
 * those are what the caller sent: a card number that somebody types into the account field would end up in the log. Only
 * texts of our own side are kept whole; of the others the kind, a few facts and the place in the code are enough.
 */
export function loggable(error: unknown): Error {
  if (error instanceof Error && (MedusaError.isMedusaError(error) || error instanceof TypeError)) {
    return error
  }
  // An error that comes out of a workflow may have lost its class on the way.
  const thrown: Thrown = typeof error === "object" && error !== null ? error : {}
  const facts = FACTS.map((name) => thrown[name]).filter((fact) => typeof fact === "string")
  const safe = new Error(
    [typeof thrown.name === "string" ? thrown.name : `thrown ${typeof error}`, ...facts].join(" ")
  )
  // The frames only: the first lines of a stack repeat the message.
  const frames = String(thrown.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
  safe.stack = [`Error: ${safe.message}`, ...frames].join("\n")
  return safe
}

import { catalogueError } from "../../lib/errors"

export const AuditErrors = {
  /** Answered with HTTP 503, which no type of Medusa's stands for: see `src/api/access/audit.ts`. */
  unavailable: () =>
    catalogueError(
      "unavailable",
      "AUDIT_UNAVAILABLE",
      "The audit log can't be written, so nothing was done: try again in a moment"
    ),
}

export type CompanyStatus = "pending" | "active" | "suspended" | "archived"
export type CompanyTransition = "approve" | "suspend" | "reinstate" | "archive"

/** The only ways a company's status changes; workflows, documentation and tests read this table. */
export const TRANSITIONS: Record<CompanyTransition, { from: readonly CompanyStatus[]; to: CompanyStatus }> = {
  approve: { from: ["pending"], to: "active" },
  suspend: { from: ["active"], to: "suspended" },
  reinstate: { from: ["suspended"], to: "active" },
  archive: { from: ["pending", "active", "suspended"], to: "archived" },
}

/** Whether goods of a company in this status can be bought. */
export function isSelling(status: CompanyStatus): boolean {
  return status === "active"
}

/** Events of the company room; every payload is `{ id }`, the company's id. */
export const CompanyEvents = {
  CREATED: "company.created",
  APPROVED: "company.approved",
  SUSPENDED: "company.suspended",
  REINSTATED: "company.reinstated",
  ARCHIVED: "company.archived",
} as const

/** Events of the company room; every payload has `id`, the company's id. */
export const CompanyEvents = {
  CREATED: "company.created",
  APPROVED: "company.approved",
  SUSPENDED: "company.suspended",
  REINSTATED: "company.reinstated",
  ARCHIVED: "company.archived",
  /** `{ id, is_private }` */
  VISIBILITY_CHANGED: "company.visibility-changed",
  /** These three: `{ id, customer_id, grant_id }` */
  ACCESS_GRANTED: "company.access-granted",
  ACCESS_REVOKED: "company.access-revoked",
  ACCESS_LEFT: "company.access-left",
} as const

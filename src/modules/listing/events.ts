/** Events of the listing room; every payload is `{ id, company_id, product_id }`. */
export const ListingEvents = {
  CREATED: "listing.created",
  UPDATED: "listing.updated",
  ARCHIVED: "listing.archived",
} as const

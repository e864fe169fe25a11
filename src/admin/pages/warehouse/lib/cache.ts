import type { Listing, ListingDetail, ListingsPage } from "../types"

/**
 * Puts an answered listing in the place of the old one in anything that was read: a page of the list or the goods alone.
 * The row stays where it stands, so that nothing jumps under the hand of somebody who goes down the table.
 */
export function withListing<T>(read: T, answered: ListingDetail): T {
  const page = read as Partial<ListingsPage & { listing: Listing }> | undefined
  if (page?.listing?.id === answered.id) {
    return { ...read, listing: { ...page.listing, ...answered } }
  }
  if (page?.listings?.some(({ id }) => id === answered.id)) {
    const { images: _images, options: _options, ...row } = answered
    return { ...read, listings: page.listings.map((one) => (one.id === row.id ? row : one)) }
  }
  return read
}

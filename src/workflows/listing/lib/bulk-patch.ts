import { MathBN } from "@medusajs/framework/utils"
import type { LoadedListing } from "../steps/save-listing"
import type { ListingPatch } from "./plan-update"

/** What can be done to many goods at once. */
export type BulkChange = { is_visible?: boolean; markup_percent?: number; category_id?: string | null }

/** A change of many goods as a change of one of them: variants that have the markup already keep their price. */
export function bulkPatch(listing: LoadedListing, change: BulkChange): ListingPatch {
  const { is_visible, markup_percent, category_id } = change
  return {
    ...(is_visible === undefined ? {} : { is_visible }),
    ...(category_id === undefined ? {} : { category_id }),
    ...(markup_percent === undefined
      ? {}
      : {
          variants: listing.variants
            .filter((variant) => !MathBN.eq(variant.markup_percent, markup_percent))
            .map(({ id }) => ({ id, markup_percent })),
        }),
  }
}

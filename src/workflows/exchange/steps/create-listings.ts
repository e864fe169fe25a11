import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isUniqueViolation } from "../../../lib/sql"
import { LISTING_MODULE } from "../../../modules/listing"
import ListingModuleService, { ListingDTO } from "../../../modules/listing/service"
import { duplicateCode, listingRow, NewListing } from "../../listing/steps/save-listing"

/** Writes the company's side of many new products, all or none; the ids come back in the order given. */
export const createListingsStep = createStep(
  "create-listings",
  async (input: NewListing[], { container }) => {
    const listings = (await container
      .resolve<ListingModuleService>(LISTING_MODULE)
      .createListings(input.map(listingRow) as never)
      .catch((error: unknown) => {
        const variants = input.flatMap((listing) => listing.variants)
        throw isUniqueViolation(error) ? duplicateCode(error, variants) : error
      })) as unknown as ListingDTO[]
    const byProduct = new Map(listings.map(({ id, product_id }) => [product_id, id]))
    const made = input.map(({ product_id, company_id }) => ({
      id: byProduct.get(product_id)!,
      product_id,
      company_id,
    }))
    return new StepResponse(
      made,
      made.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      const listings = container.resolve<ListingModuleService>(LISTING_MODULE)
      const variants = await listings.listListingVariants({ listing_id: ids }, { select: ["id"] })
      await listings.deleteListingVariants(variants.map(({ id }) => id))
      await listings.deleteListings(ids)
    }
  }
)

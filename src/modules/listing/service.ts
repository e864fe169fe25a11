import { Context, InferTypeOf } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import { Listing } from "./models/listing"
import { ListingImage } from "./models/listing-image"
import { ListingVariant } from "./models/listing-variant"

export type ListingDTO = InferTypeOf<typeof Listing>
export type ListingVariantDTO = InferTypeOf<typeof ListingVariant>
export type ListingImageDTO = InferTypeOf<typeof ListingImage>

class ListingModuleService extends MedusaService({ Listing, ListingVariant, ListingImage }) {
  /** Writes changed fields of listings and of variants in one transaction. */
  @InjectTransactionManager()
  async saveTogether(
    listings: Array<{ id: string }>,
    variants: Array<{ id: string }>,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const changed = listings.filter((listing) => Object.keys(listing).length > 1)
    if (changed.length > 0) {
      await this.updateListings(changed as never, context)
    }
    if (variants.length > 0) {
      await this.updateListingVariants(variants as never, context)
    }
  }

  /** Adds a variant to goods and writes what changes of them with it, in one transaction. */
  @InjectTransactionManager()
  async addVariant(
    listing: { id: string },
    changed: Array<{ id: string }>,
    variant: Record<string, unknown>,
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    await this.saveTogether([listing], changed, context)
    return this.createListingVariants({ ...variant, listing_id: listing.id } as never, context)
  }

  /** Takes a variant away, which frees its codes, and writes what changes of its goods with it. */
  @InjectTransactionManager()
  async dropVariant(
    listing: { id: string },
    variantId: string,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await this.saveTogether([listing], [{ id: variantId, is_live: false } as { id: string }], context)
    await this.softDeleteListingVariants([variantId], undefined, context)
  }

  /** Undoes `dropVariant`. */
  @InjectTransactionManager()
  async restoreVariant(
    listing: { id: string },
    variantId: string,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await this.restoreListingVariants([variantId], undefined, context)
    await this.saveTogether([listing], [{ id: variantId, is_live: true } as { id: string }], context)
  }
}

export default ListingModuleService

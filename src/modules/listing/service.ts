import { Context, InferTypeOf } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import { Listing } from "./models/listing"
import { ListingVariant } from "./models/listing-variant"

export type ListingDTO = InferTypeOf<typeof Listing>
export type ListingVariantDTO = InferTypeOf<typeof ListingVariant>

class ListingModuleService extends MedusaService({ Listing, ListingVariant }) {
  /** Writes a listing's and its variants' changed fields in one transaction. */
  @InjectTransactionManager()
  async saveTogether(
    listing: { id: string },
    variants: Array<{ id: string }>,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    if (Object.keys(listing).length > 1) {
      await this.updateListings(listing as never, context)
    }
    if (variants.length > 0) {
      await this.updateListingVariants(variants as never, context)
    }
  }
}

export default ListingModuleService

import { MedusaService } from "@medusajs/framework/utils"
import { Listing } from "./models/listing"
import { ListingVariant } from "./models/listing-variant"

class ListingModuleService extends MedusaService({ Listing, ListingVariant }) {}

export default ListingModuleService

import { MedusaService } from "@medusajs/framework/utils"
import { BozorOptions, readOptions } from "../../lib/options"
import { Ad } from "./models/ad"
import { AdCharge } from "./models/ad-charge"
import { AdCreative } from "./models/ad-creative"
import { AdPlacement } from "./models/ad-placement"

class AdModuleService extends MedusaService({ Ad, AdCreative, AdPlacement, AdCharge }) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }
}

export default AdModuleService

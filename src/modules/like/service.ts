import { MedusaService } from "@medusajs/framework/utils"
import { BozorOptions, readOptions } from "../../lib/options"

class LikeModuleService extends MedusaService({}) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }
}

export default LikeModuleService

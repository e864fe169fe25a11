import { MedusaService } from "@medusajs/framework/utils"
import { BozorOptions, readOptions } from "../../lib/options"
import { FinanceMark } from "./models/finance-mark"

class FinanceModuleService extends MedusaService({ FinanceMark }) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }
}

export default FinanceModuleService

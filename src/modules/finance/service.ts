import { Context, Logger } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import { BozorOptions, readOptions } from "../../lib/options"
import { sql } from "../../lib/sql"
import { followSources } from "./lib/follow-sources"
import { FinanceMark } from "./models/finance-mark"

class FinanceModuleService extends MedusaService({ FinanceMark }) {
  /** Medusa calls it in every process that starts, and swallows what it throws. */
  __hooks = {
    onApplicationStart: () =>
      this.followSources().catch((error: Error) =>
        this.logger_.error(`facts cannot follow what they are made of: ${error.message}`)
      ),
  }
  readonly options: BozorOptions
  private readonly logger_: Logger

  constructor(container: { logger: Logger }, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
    this.logger_ = container.logger
  }

  /** Makes the triggers that mark what facts are stale, where they are missing (`lib/follow-sources.ts`). */
  @InjectTransactionManager()
  async followSources(@MedusaContext() context: Context = {}): Promise<string[]> {
    return followSources((statement, values) => sql(context, statement, values))
  }
}

export default FinanceModuleService

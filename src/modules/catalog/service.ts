import { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { BozorOptions, readOptions } from "../../lib/options"
import { followSources } from "./lib/follow-sources"

type Cradle = { logger: Logger; [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

/** Keeps its tables by SQL alone, so it has no models and no repository: its statements go over the shared pool. */
class CatalogModuleService extends MedusaService({}) {
  /** Medusa calls it in every process that starts, and swallows what it throws. */
  __hooks = {
    onApplicationStart: () =>
      this.followSources().catch((error: Error) =>
        this.cradle_.logger.error(`the catalogue cannot follow what it is made of: ${error.message}`)
      ),
  }
  readonly options: BozorOptions
  private readonly cradle_: Cradle

  constructor(container: Cradle, moduleOptions?: unknown) {
    super(container as unknown as Record<string, unknown>)
    this.options = readOptions(moduleOptions)
    this.cradle_ = container
  }

  /** Makes the triggers that note what has changed, where they are missing (`lib/follow-sources.ts`). */
  async followSources(): Promise<string[]> {
    return this.cradle_[ContainerRegistrationKeys.PG_CONNECTION].transaction((trx) =>
      followSources(async <Row>(statement: string) => (await trx.raw<{ rows: Row[] }>(statement)).rows)
    )
  }
}

export default CatalogModuleService

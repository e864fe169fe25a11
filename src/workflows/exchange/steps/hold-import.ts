import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { EXCHANGE_MODULE } from "../../../modules/exchange"
import ExchangeModuleService from "../../../modules/exchange/service"

/**
 * Goes on only while this runner still has the import: one that was stopped for minutes and then wakes up must not finish
 * what another has begun anew.
 */
export const holdImportStep = createStep(
  "hold-import",
  async (input: { import_id: string; runner: string }, { container }) => {
    const exchange = container.resolve<ExchangeModuleService>(EXCHANGE_MODULE)
    if (!(await exchange.beat(input.import_id, input.runner))) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `import ${input.import_id} was taken away`)
    }
    return new StepResponse(undefined)
  }
)

import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { EXCHANGE_MODULE } from "../../../modules/exchange"
import ExchangeModuleService from "../../../modules/exchange/service"

/**
 * Goes on only while this runner still has the import: one that was stopped for minutes and then wakes up must not finish
 * what another has begun anew. Asked right before each write.
 * @throws {MedusaError} unexpected_state, which ends the run and is no fault of the rows
 */
export async function holdImport(
  container: MedusaContainer,
  { id, runner }: { id: string; runner: string }
): Promise<void> {
  const exchange = container.resolve<ExchangeModuleService>(EXCHANGE_MODULE)
  if (!(await exchange.beat(id, runner))) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `import ${id} was taken away`)
  }
}

export const holdImportStep = createStep(
  "hold-import",
  async ({ import_id: id, runner }: { import_id: string; runner: string }, { container }) => {
    await holdImport(container, { id, runner })
    return new StepResponse(undefined)
  }
)

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** Tells of something that has been written; trouble with the bus does not undo it, and is no answer to a shopper. */
export async function announce(
  container: MedusaContainer,
  name: string,
  data: Record<string, unknown>
): Promise<void> {
  try {
    await container.resolve(Modules.EVENT_BUS).emit({ name, data })
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`${name}: ${(error as Error).message}`)
  }
}

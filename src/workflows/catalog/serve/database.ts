import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Runs one statement with named values (`:name`). */
export async function select<Row>(
  container: MedusaContainer,
  statement: string,
  values: Record<string, unknown> = {}
): Promise<Row[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(statement, values as never)
  return rows
}

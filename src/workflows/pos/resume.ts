import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findClaim } from "./lib/claim"
import { findReturn } from "./lib/returns"
import { finishReturn } from "./return-goods"
import { finishClaim, underSaleLock } from "./sell"

type Hanging = { id: string; company_id: string; client_id: string; kind: "sale" | "return" }

const HANGING = `
  (select id, company_id, client_id, 'sale' as kind from pos_sale
    where status = 'placing' and updated_at < ? and deleted_at is null order by updated_at limit 500)
  union all
  (select id, company_id, client_id, 'return' from pos_return
    where status = 'placing' and updated_at < ? and deleted_at is null order by updated_at limit 500)`

/**
 * Finishes sales and returns that a crash left in the middle, or takes them back where the goods are gone. One that fails is
 * logged and left for the next run; it does not keep the others.
 * @param before what was touched later is being worked on
 * @returns how many were brought to an end
 */
export async function resumeDesk(container: MedusaContainer, before: Date): Promise<number> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Hanging[] }>(HANGING, [before, before])
  let finished = 0
  for (const row of rows) {
    try {
      await (row.kind === "sale" ? resumeSale(container, row) : resumeReturn(container, row))
      finished++
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`${row.kind} ${row.id} of a cash desk hangs; the next run tries again`, error as Error)
    }
  }
  return finished
}

function resumeSale(container: MedusaContainer, row: Hanging) {
  return underSaleLock(container, row, async () => {
    const claim = await findClaim(container, { id: row.id })
    return claim?.status === "placing" ? finishClaim(container, claim) : null
  })
}

function resumeReturn(container: MedusaContainer, row: Hanging) {
  const key = { company_id: row.company_id, client_id: `return:${row.client_id}` }
  return underSaleLock(container, key, async () => {
    const found = await findReturn(container, { id: row.id })
    return found ? finishReturn(container, found) : undefined
  })
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { CASH_PROVIDER } from "../../../lib/payment-providers"

/** More than this is not counted: the shop has other worries then. */
export const WAITING_MOST = 999

const WAITING = (status: string, more: string) => `(select count(*)::int from (
  select 1 from company_order c join order_group g on g.id = c.group_id and g.status <> 'placing' ${more}
   where c.company_id = ? and c.status = '${status}' and c.channel = 'web' and not c.is_legacy and c.deleted_at is null
   limit ${WAITING_MOST}) x)`

/** Orders that wait for the shop: to be confirmed as paid, and to be sent; history waits for nobody. One statement. */
export async function waitingOrders(container: MedusaContainer, companyId: string) {
  assertId(companyId, "company id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ to_confirm: number; to_ship: number }> }>(
      `select ${WAITING("pending", "and g.provider_id = ?")} as to_confirm, ${WAITING("paid", "")} as to_ship`,
      [CASH_PROVIDER, companyId, companyId]
    )
  return rows[0]
}

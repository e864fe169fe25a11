import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { AdCharge } from "../../../modules/ledger/lib/ad-spend"

type Row = Omit<AdCharge, "amount_tiyin"> & { amount: string }

/** A charge for ads as the ledger needs it, with the ad's name to be read beside it. */
export async function loadAdCharge(container: MedusaContainer, id: string): Promise<AdCharge | null> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select c.id, c.ad_id, c.company_id, c.amount_tiyin::text as amount, c.occurred_at, a.name as memo
         from ad_charge c left join ad a on a.id = c.ad_id where c.id = ? and c.deleted_at is null`,
    [id]
  )
  if (!rows[0]) {
    return null
  }
  const { amount, ...charge } = rows[0]
  return { ...charge, amount_tiyin: Number(amount) }
}

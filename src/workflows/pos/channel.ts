import { createSalesChannelsWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

const MARK = JSON.stringify({ bozor: "cash-desk" })

type Ground = { sales_channel_id: string | null; region_id: string | null }

const GROUND = `
  select (select id from sales_channel where metadata @> ?::jsonb and deleted_at is null order by created_at limit 1) as sales_channel_id,
         (select id from region where currency_code = 'uzs' and deleted_at is null order by created_at limit 1) as region_id`

/**
 * The market's "Cash desk" channel, made when it is first needed, and the region of the so'm. The channel belongs to no
 * publishable key: nothing is sold in it but what a cashier sells.
 */
export async function deskGround(
  container: MedusaContainer
): Promise<{ sales_channel_id: string; region_id: string | null }> {
  const found = await readGround(container)
  if (found.sales_channel_id) {
    return { ...found, sales_channel_id: found.sales_channel_id }
  }
  return container.resolve(Modules.LOCKING).execute(
    "pos:channel",
    async () => {
      const again = await readGround(container)
      const sales_channel_id = again.sales_channel_id ?? (await makeChannel(container))
      return { sales_channel_id, region_id: again.region_id }
    },
    { timeout: 30 }
  )
}

async function readGround(container: MedusaContainer): Promise<Ground> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Ground[] }>(GROUND, [MARK])
  return rows[0]
}

async function makeChannel(container: MedusaContainer): Promise<string> {
  const { result } = await createSalesChannelsWorkflow(container).run({
    input: {
      salesChannelsData: [
        { name: "Cash desk", description: "Sales over the counter", metadata: JSON.parse(MARK) } as never,
      ],
    },
  })
  return result[0].id
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BoundedMap } from "../../lib/bounded-map"

/**
 * Whose private channel a sales channel is: a company's id, or null for one of nobody's. It never changes: a private
 * company's channel is made for it and stays its own, and is noted before any key leads to it. So what has been read once
 * is right for ever, and what has not is asked for before anybody is let through.
 */
const owners = new BoundedMap<string, string | null>(10_000)

/** The private companies among the owners of channels: from memory, or one statement for channels not seen before. */
export async function privateOwnersOf(container: MedusaContainer, channelIds: string[]): Promise<string[]> {
  const unseen = channelIds.filter((id) => owners.get(id) === undefined)
  if (unseen.length > 0) {
    const { rows } = await container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw<{ rows: Array<{ channel_id: string; company_id: string }> }>(
        `select private_channel_id as channel_id, company_id from company_door
          where private_channel_id = any(?) and deleted_at is null`,
        [unseen]
      )
    for (const id of unseen) {
      owners.set(id, rows.find(({ channel_id }) => channel_id === id)?.company_id ?? null)
    }
  }
  return channelIds.flatMap((id) => owners.get(id) ?? [])
}

/** Whether channels are known, without asking, to be nobody's private ones. */
export function arePublicChannels(channelIds: readonly string[]): boolean {
  return channelIds.every((id) => owners.get(id) === null)
}

/** Whether a customer is in all of these private companies: one statement, asked anew on every request. */
export async function isInAll(
  container: MedusaContainer,
  customerId: string,
  companyIds: string[]
): Promise<boolean> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ count: string }> }>(
      `select count(distinct g.company_id) as count from company_access g
         join customer u on u.id = g.customer_id and u.deleted_at is null
        where g.customer_id = ? and g.company_id = any(?) and g.revoked_at is null and g.deleted_at is null`,
      [customerId, companyIds]
    )
  return Number(rows[0].count) === new Set(companyIds).size
}

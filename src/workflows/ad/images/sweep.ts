import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

const UNUSED = `
  select i.id, i.key from ad_image i
   where i.unused_since < ? and i.deleted_at is null
     and not exists (
       select 1 from ad_creative c join ad a on a.id = c.ad_id and a.deleted_at is null
        where a.company_id is not distinct from i.company_id and c.status <> 'superseded' and c.deleted_at is null
          and i.url in (c.content->'uz'->>'image_url', c.content->'ru'->>'image_url', c.content->'en'->>'image_url'))
   order by i.unused_since limit ? for update of i skip locked`

/**
 * Deletes pictures that were uploaded for ads and that none has shown since `before`. Files first, then their rows: when the
 * storage fails, or the process dies in between, the next run does it again. An ad that claims one meanwhile waits for the
 * row, and finds it gone.
 * @returns how many were deleted
 */
export async function sweepAdImages(
  container: MedusaContainer,
  { before, limit = 100 }: { before: Date; limit?: number }
): Promise<number> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return knex.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: Array<{ id: string; key: string }> }>(UNUSED, [before, limit])
    if (rows.length > 0) {
      await container.resolve(Modules.FILE).deleteFiles(rows.map(({ key }) => key))
      await trx.raw("delete from ad_image where id = any(?)", [rows.map(({ id }) => id)])
    }
    return rows.length
  })
}

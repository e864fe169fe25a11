import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Row = { id: string; url: string; thumbnail_url: string; file_key: string; thumbnail_key: string }

const UNUSED = `
  select i.id, i.url, i.thumbnail_url, i.file_key, i.thumbnail_key from listing_image i
   where i.unused_since < ? and i.deleted_at is null
     and not exists (select 1 from image m join product p on p.id = m.product_id and p.deleted_at is null
                      where m.url = i.url and m.deleted_at is null)
   order by i.unused_since limit ? for update of i skip locked`

/**
 * Deletes pictures that companies uploaded and no goods have shown since `before`. Files first, then their rows: when
 * the storage fails, or the process dies in between, the next run does it again. Only the companies' own uploads are in
 * the table, so nothing else can be deleted. A picture that a line of an order shows stays for good.
 * @returns how many were looked at; 0 when nothing is left to do
 */
export async function sweepImages(
  container: MedusaContainer,
  { before, limit = 100 }: { before: Date; limit?: number }
): Promise<number> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return knex.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: Row[] }>(UNUSED, [before, limit])
    if (rows.length === 0) {
      return 0
    }
    // Nothing indexes the pictures of order lines: one look for the whole batch.
    const { rows: shown } = await trx.raw<{ rows: Array<{ thumbnail: string }> }>(
      "select distinct thumbnail from order_line_item where thumbnail = any(?) and deleted_at is null",
      [rows.flatMap(({ url, thumbnail_url }) => [url, thumbnail_url])]
    )
    const isShown = new Set(shown.map(({ thumbnail }) => thumbnail))
    const kept = rows.filter((row) => isShown.has(row.url) || isShown.has(row.thumbnail_url))
    const gone = rows.filter((row) => !kept.includes(row))
    if (gone.length > 0) {
      await container
        .resolve(Modules.FILE)
        .deleteFiles(gone.flatMap(({ file_key, thumbnail_key }) => [file_key, thumbnail_key]))
    }
    await trx.raw("update listing_image set unused_since = null where id = any(?)", [
      kept.map(({ id }) => id),
    ])
    await trx.raw("delete from listing_image where id = any(?)", [gone.map(({ id }) => id)])
    return rows.length
  })
}

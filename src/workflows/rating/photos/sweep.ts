import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Row = { id: string; file_key: string; thumbnail_key: string }

/** Photos that were taken off, or whose review was deleted past us. */
const GONE = `select f.id, f.file_key, f.thumbnail_key from review_photo f
   where f.deleted_at is not null
      or not exists (select 1 from product_review r where r.id = f.review_id and r.deleted_at is null)
   order by f.deleted_at limit 100 for update of f skip locked`

/**
 * Deletes the files of photos that no review has any more. Files first, then their rows: when the storage fails, or the
 * process dies in between, the next run does it again.
 * @returns how many were deleted; 0 when nothing is left to do
 */
export async function sweepReviewPhotos(container: MedusaContainer): Promise<number> {
  return container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: Row[] }>(GONE)
    if (rows.length > 0) {
      await container
        .resolve(Modules.FILE)
        .deleteFiles(rows.flatMap(({ file_key, thumbnail_key }) => [file_key, thumbnail_key]))
      await trx.raw("delete from review_photo where id = any(?)", [rows.map(({ id }) => id)])
    }
    return rows.length
  })
}

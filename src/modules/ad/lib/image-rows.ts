import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { sql } from "../../../lib/sql"
import { Image } from "./content"

/** Pictures of one owner that no ad shows, at most; uploads beyond that are refused until some are used or swept. */
export const UNUSED_MAX = 50

export async function countUnusedImages(context: Context, companyId: string | null): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    context,
    `select count(*)::int as count from ad_image
      where company_id is not distinct from ? and unused_since is not null and deleted_at is null`,
    [companyId]
  )
  return count
}

export async function insertImage(
  context: Context,
  image: Image & { company_id: string | null; sha256: string }
): Promise<void> {
  await sql(
    context,
    `insert into ad_image (id, company_id, key, url, width, height, sha256, unused_since)
     values (?, ?, ?, ?, ?, ?, ?, now())`,
    [
      generateEntityId(undefined, "adi"),
      image.company_id,
      image.key,
      image.url,
      image.width,
      image.height,
      image.sha256,
    ]
  )
}

/**
 * An owner's pictures by address or key, noted as in use before anything shows them: what is in use is not swept away, and
 * what the sweeper has just taken is not found.
 */
export async function claimImages(
  context: Context,
  companyId: string | null,
  names: string[]
): Promise<Image[]> {
  return names.length === 0
    ? []
    : sql<Image>(
        context,
        `update ad_image set unused_since = null, updated_at = now()
          where company_id is not distinct from ? and deleted_at is null
            and (url in (select jsonb_array_elements_text(?::jsonb)) or key in (select jsonb_array_elements_text(?::jsonb)))
         returning key, url, width, height`,
        [companyId, JSON.stringify(names), JSON.stringify(names)]
      )
}

/** Notes pictures as unused that no creative of their owner's shows any more. @param urls those that a change may have left */
export async function settleImages(
  context: Context,
  companyId: string | null,
  urls: string[]
): Promise<void> {
  if (urls.length === 0) {
    return
  }
  await sql(
    context,
    `update ad_image i set unused_since = now(), updated_at = now()
      where i.company_id is not distinct from ? and i.unused_since is null and i.deleted_at is null
        and i.url in (select jsonb_array_elements_text(?::jsonb))
        and not exists (
          select 1 from ad_creative c join ad a on a.id = c.ad_id and a.deleted_at is null
           where a.company_id is not distinct from i.company_id and c.status <> 'superseded' and c.deleted_at is null
             and i.url in (c.content->'uz'->>'image_url', c.content->'ru'->>'image_url', c.content->'en'->>'image_url'))`,
    [companyId, JSON.stringify(urls)]
  )
}
